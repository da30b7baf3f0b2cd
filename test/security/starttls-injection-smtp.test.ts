/*
 * Whoever sits between client and server can put octets behind the reply to STARTTLS, in clear text. A client that keeps
 * them in its buffer takes them, after the handshake, for the words of the verified server: offers, replies, acceptances.
 * So whatever arrived before TLS ends the connection, and nothing that was said before TLS is believed after it.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { type Outcome, systemClock } from '../../src/core/index.ts';
import { createTrust } from '../../src/net/index.ts';
import { openEndpoints } from '../../src/submission/index.ts';
import { recordingStep } from '../fakes/recording-step.ts';
import { authority, type FakeSmtpServer, fakeSmtpServer, mailHost, type SmtpScript } from '../fakes/smtp-server.ts';

const servers: FakeSmtpServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function opened(script: SmtpScript) {
  const server = await fakeSmtpServer(script);
  servers.push(server);
  const step = recordingStep();
  const endpoints = [{ port: server.port, security: 'starttls' }] as const;
  const deps = { clock: systemClock, trust: createTrust([authority.pem]), helo: 'client.corp.example' };
  const race = openEndpoints({ host: mailHost, addresses: ['127.0.0.1'], endpoints }, deps, step);
  const outcome = await race.best(step);
  return { server, step, outcome };
}

const codeOf = (outcome: Outcome<unknown>) => ('problem' in outcome ? outcome.problem.code : outcome.kind);

describe('octets that arrive before TLS', () => {
  it.each([
    ['a whole reply', '250 2.0.0 injected\r\n'],
    ['offers', '250-mail.corp.example\r\n250 AUTH PLAIN\r\n'],
    ['part of a reply', '250-inj'],
    ['something else', '\x16\x03\x01'],
  ])('behind 220 to STARTTLS, %s: the connection is dropped', async (_, injected) => {
    const { outcome, server } = await opened({
      on: { STARTTLS: (connection) => connection.write(`220 2.0.0 Ready\r\n${injected}`) },
    });
    expect(codeOf(outcome)).toBe('smtp.protocol-error');
    expect(server.commands).toEqual(['EHLO client.corp.example', 'STARTTLS']);
    await expect.poll(server.open).toBe(0);
  });

  it('in a packet of their own are no part of the session either', async () => {
    const { outcome, server } = await opened({
      on: {
        STARTTLS: (connection) => {
          connection.write('220 2.0.0 Ready\r\n');
          setImmediate(() => connection.write('250 2.0.0 injected\r\n'));
        },
      },
    });
    expect(['smtp.protocol-error', 'tls.handshake-failed']).toContain(codeOf(outcome));
    await expect.poll(server.open).toBe(0);
  });

  it.each(['454 4.7.0 TLS not available', '501 5.5.4 Syntax error', '250 2.0.0 Ok'])(
    'are all that there is when STARTTLS is answered with %s: nothing more is said in clear text',
    async (reply) => {
      const { outcome, server } = await opened({ on: { STARTTLS: reply } });
      expect(outcome.kind).toBe('failed');
      expect(server.commands.filter((command) => !/^(EHLO|STARTTLS|QUIT)/.test(command))).toEqual([]);
    },
  );

  it('do not decide what is offered after it', async () => {
    const { outcome } = await opened({ offersBeforeTls: ['STARTTLS', 'AUTH PLAIN', 'SIZE 7'] });
    expect(outcome.kind === 'passed' && outcome.value.session.capabilities.sizeLimit).toBe(1_000_000);
  });
});

describe('replies out of turn', () => {
  it('after the answer to EHLO end the session before the next command', async () => {
    const { outcome, server } = await opened({
      on: {
        EHLO: (connection) =>
          connection.write('250-mail.corp.example\r\n250 STARTTLS\r\n220 2.0.0 go on without asking\r\n'),
      },
    });
    expect(codeOf(outcome)).toBe('smtp.protocol-error');
    expect(server.commands).toEqual(['EHLO client.corp.example']);
  });
});
