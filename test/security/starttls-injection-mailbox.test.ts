/*
 * Whoever sits between client and server can put octets behind the answer to STARTTLS or STLS, in clear text. A client that
 * keeps them takes them, after the handshake, for words of the verified server: a list of capabilities, a sign-in that went
 * well. So whatever arrived before TLS ends the connection, and nothing that was said before TLS is believed after it.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { endMailboxes, openOf, tryImap, tryPop3 } from '../fakes/open-mailbox.ts';

afterEach(endMailboxes);

describe.each([
  ['IMAP', 'a1 OK begin', 'imap.protocol-error', 'STARTTLS'],
  ['POP3', '+OK begin', 'pop3.protocol-error', 'STLS'],
] as const)('over %s, octets that arrive before TLS', (protocol, ok, code, verb) => {
  const tryServer = (on: Parameters<typeof tryImap>[0]) => (protocol === 'IMAP' ? tryImap(on) : tryPop3(on));

  it.each([
    ['a whole answer', '* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\na2 OK done\r\n'],
    ['part of an answer', '+OK inj'],
    ['something else', '\x16\x03\x01'],
  ])('behind the answer, %s: the connection is dropped', async (_, injected) => {
    const on = { [verb]: ({ write }: { write(text: string): void }) => write(`${ok}\r\n${injected}`) };
    const tried = await tryServer({ security: 'starttls', on });
    expect(tried.opened).toMatchObject({ ok: false, error: { code } });
    expect(tried.server.commands).toHaveLength(1);
    await expect.poll(tried.server.open).toBe(0);
  });

  it('in a packet of their own are no part of the session either', async () => {
    const on = {
      [verb]: ({ write }: { write(text: string): void }) => {
        write(`${ok}\r\n`);
        setImmediate(() => write('* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n'));
      },
    };
    const tried = await tryServer({ security: 'starttls', on });
    expect(!tried.opened.ok && [code, 'tls.handshake-failed'].includes(tried.opened.error.code)).toBe(true);
    await expect.poll(tried.server.open).toBe(0);
  });
});

it('what an IMAP server says it offers in its greeting does not decide what is offered after TLS', async () => {
  const tried = await tryImap({
    security: 'starttls',
    greeting: '* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready',
    capabilities: ['IMAP4rev1', 'LOGINDISABLED'],
  });
  expect(openOf(tried)).toMatchObject({ mechanisms: [], passwords: 'disabled' });
});
