import { afterEach, describe, expect, it } from 'vitest';
import { endMailboxes, openOf, type TriedMailbox, tryImap, tryPop3 } from '../../fakes/open-mailbox.ts';
import { authority } from '../../fakes/smtp-server.ts';

afterEach(endMailboxes);

const codeOf = ({ opened }: TriedMailbox) => (opened.ok ? 'opened' : opened.error.code);

describe('an IMAP server', () => {
  it.each(['implicit', 'starttls'] as const)(
    'is opened by %s TLS, and tells what it offers after it',
    async (security) => {
      const tried = await tryImap({ security });
      expect(openOf(tried)).toMatchObject({ mechanisms: ['PLAIN'], passwords: 'taken', address: '127.0.0.1' });
      expect(openOf(tried).capabilities).toContain('IDLE');
      expect(tried.seen).toMatchObject({
        greeting: '* OK mail.corp.example IMAP4rev1 ready',
        tls: { certificate: { verified: true } },
      });
      expect(tried.server.commands.filter((line) => /LOGIN|AUTHENTICATE/.test(line))).toEqual([]);
    },
  );

  it.each([
    ['LOGIN alone', ['IMAP4rev1'], 'taken'],
    ['no passwords', ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=GSSAPI'], 'disabled'],
    ['OAuth 2 only', ['IMAP4rev1', 'AUTH=XOAUTH2', 'AUTH=OAUTHBEARER'], 'oauth2-only'],
    ['passwords beside OAuth 2', ['IMAP4rev1', 'LOGINDISABLED', 'AUTH=XOAUTH2', 'AUTH=PLAIN'], 'taken'],
  ])('is recognised that takes %s', async (_, capabilities, passwords) => {
    expect(openOf(await tryImap({ capabilities })).passwords).toBe(passwords);
  });

  it('is left when it does not offer encryption', async () => {
    const tried = await tryImap({ security: 'starttls', on: { STARTTLS: '% BAD unknown command' } });
    expect(codeOf(tried)).toBe('imap.tls-not-offered');
    expect(tried.server.commands[0]).toBe('a1 STARTTLS');
    await expect.poll(() => tried.server.commands.slice(1)).toEqual(['z1 LOGOUT']);
  });

  it('is not believed with the certificate of another, which is shown all the same', async () => {
    const tried = await tryImap({ certificate: authority.issue(['other.example']) });
    expect(codeOf(tried)).toBe('tls.name-mismatch');
    expect(tried.seen.tls?.certificate?.names).toEqual(['other.example']);
    expect(tried.server.commands).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['says BYE at once', '* BYE too busy', 'imap.service-unavailable'],
    ['says that somebody has signed in already', '* PREAUTH welcome root', 'imap.protocol-error'],
    ['speaks another protocol', '220 mail.corp.example ESMTP', 'imap.protocol-error'],
    ['greets with NUL', '* OK nul\0l', 'imap.protocol-error'],
    ['greets with a literal that never comes', '* OK {999999999}', 'imap.protocol-error'],
  ])('is left that %s', async (_, greeting, code) => {
    expect(codeOf(await tryImap({ greeting }))).toBe(code);
  });

  it.each<[string, string, string]>([
    ['a literal bomb', '* CAPABILITY {999999999}', 'imap.protocol-error'],
    ['the tag of somebody else', 'b7 OK done', 'imap.protocol-error'],
    ['a goodbye', '* BYE shutting down', 'imap.service-unavailable'],
    ['a refusal', '% BAD what', 'imap.service-unavailable'],
    ['more lines than anybody needs', '* CAPABILITY X\r\n'.repeat(400), 'imap.protocol-error'],
  ])('is left that answers a question with %s', async (_, answer, code) => {
    const tried = await tryImap({ on: { CAPABILITY: answer } });
    expect(codeOf(tried)).toBe(code);
    await expect.poll(tried.server.open).toBe(0);
  });

  it('is left in the middle of a line without an end', async () => {
    const tried = await tryImap({ greeting: ({ write }) => write('* OK '.padEnd(100_000, 'x')) });
    expect(tried.opened).toMatchObject({
      ok: false,
      error: { code: 'imap.protocol-error', evidence: ['a line without an end'] },
    });
    await expect.poll(tried.server.open).toBe(0);
  });

  it('may close without a word', async () => {
    const tried = await tryImap({ on: { CAPABILITY: ({ drop }) => drop() } });
    expect(codeOf(tried)).toMatch(/^net\.reset$/);
  });
});

describe('a POP3 server', () => {
  it.each(['implicit', 'starttls'] as const)(
    'is opened by %s TLS, and tells what it offers after it',
    async (security) => {
      const tried = await tryPop3({ security });
      expect(openOf(tried)).toMatchObject({ mechanisms: ['PLAIN'], passwords: 'taken' });
      expect(openOf(tried).capabilities).toEqual(['USER', 'UIDL', 'SASL PLAIN']);
    },
  );

  it('that does not know CAPA is taken to know USER and PASS', async () => {
    expect(openOf(await tryPop3({ on: { CAPA: '-ERR unknown' } }))).toMatchObject({
      mechanisms: [],
      passwords: 'taken',
    });
  });

  it.each([
    ['OAuth 2 only', ['SASL XOAUTH2'], 'oauth2-only'],
    ['no passwords', ['UIDL'], 'disabled'],
  ])('is recognised that takes %s', async (_, capabilities, passwords) => {
    expect(openOf(await tryPop3({ capabilities })).passwords).toBe(passwords);
  });

  it('is left when it does not offer encryption', async () => {
    expect(codeOf(await tryPop3({ security: 'starttls', on: { STLS: '-ERR no' } }))).toBe('pop3.tls-not-offered');
  });

  it.each<[string, string, string]>([
    ['turns clients away', '-ERR [SYS/TEMP] too busy', 'pop3.service-unavailable'],
    ['speaks another protocol', '* OK IMAP4rev1', 'pop3.protocol-error'],
  ])('is left that %s', async (_, greeting, code) => {
    expect(codeOf(await tryPop3({ greeting }))).toBe(code);
  });

  it('is left when its list has no end', async () => {
    expect(codeOf(await tryPop3({ on: { CAPA: `+OK\r\n${'X-MORE\r\n'.repeat(400)}` } }))).toBe('pop3.protocol-error');
  });
});
