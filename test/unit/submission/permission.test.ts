import { afterEach, describe, expect, it } from 'vitest';
import { type Outcome, problemsOf } from '../../../src/core/index.ts';
import type { PermissionReport } from '../../../src/run/index.ts';
import { checkPermission, checkStrangers } from '../../../src/submission/index.ts';
import { address } from '../../fakes/addresses.ts';
import { deps, openRelay, signedInRelay } from '../../fakes/smtp-relay.ts';
import { type FakeConnection, mailHost, type SmtpScript } from '../../fakes/smtp-server.ts';

const ends: (() => Promise<void>)[] = [];
const sender = address('alice@corp.example');
const recipients = [
  { address: address('carol@corp.example'), scope: 'internal' },
  { address: address('bob@partner.example'), scope: 'external' },
] as const;

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function asked(script: SmtpScript = {}) {
  const opened = await signedInRelay(script);
  ends.push(opened.end);
  const outcome = await checkPermission({ relay: opened.relay, sender, recipients }, opened.step);
  return { ...opened, outcome, reports: opened.step.patches.flatMap((patch) => patch.relayPermission ?? []) };
}

/** Answers RCPT for people outside. */
const outside = (reply: string) => (connection: FakeConnection, line: string) =>
  connection.write(line.includes('partner') ? `${reply}\r\n` : '250 2.1.5 Ok\r\n');

const codes = (outcome: Outcome<unknown>) => problemsOf(outcome).map(({ code }) => code);

describe('the relay check', () => {
  it('asks everything in one write where the server pipelines, and never begins a message', async () => {
    const { server, outcome, step } = await asked();
    expect(outcome.kind).toBe('passed');
    expect(server.chunks.at(-1)).toBe(
      'MAIL FROM:<alice@corp.example>\r\nRCPT TO:<carol@corp.example>\r\nRCPT TO:<bob@partner.example>\r\nRSET\r\n',
    );
    expect(server.commands).not.toContain('DATA');
    expect(step.exchanges.filter((exchange) => exchange.includes('RCPT'))).toHaveLength(1);
  });

  it('asks one thing after the other where the server does not pipeline', async () => {
    const { server, outcome } = await asked({ offers: ['AUTH PLAIN'] });
    expect(outcome.kind).toBe('passed');
    expect(server.chunks.slice(-4)).toEqual([
      'MAIL FROM:<alice@corp.example>\r\n',
      'RCPT TO:<carol@corp.example>\r\n',
      'RCPT TO:<bob@partner.example>\r\n',
      'RSET\r\n',
    ]);
  });

  it.each([
    ['554 5.7.1 <bob@partner.example>: Relay access denied', 'smtp.relay-denied'],
    ['550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', 'smtp.relay-denied'],
    ['550 relay not permitted', 'smtp.relay-denied'],
    ['550 5.1.1 User unknown', 'smtp.recipient-refused'],
    ['550 No such user', 'smtp.recipient-refused'],
    ['553 5.7.1 <alice@corp.example>: Sender address rejected: not owned by user alice', 'smtp.sender-refused'],
    ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'smtp.sender-refused'],
    ['552 5.3.4 Message size exceeds fixed limit', 'smtp.too-large'],
    ['452 4.3.1 Insufficient system storage', 'smtp.service-unavailable'],
  ])('fails when nobody outside can be written to: %s', async (reply, code) => {
    const { outcome, reports } = await asked({ on: { RCPT: outside(reply) } });
    expect(outcome.kind).toBe('failed');
    expect(codes(outcome)).toEqual([code]);
    expect(reports.map(({ verdict }) => verdict)).toEqual([
      'accepted',
      code.endsWith('unavailable') ? 'deferred' : 'refused',
    ]);
  });

  it.each([
    '450 4.2.0 <bob@partner.example>: Recipient address rejected: Greylisted, try again in 300 seconds',
    '451 4.7.1 Please try again later',
    '450 You have been greylisted',
  ])('takes greylisting for a delay: %s', async (reply) => {
    const { outcome } = await asked({ on: { RCPT: outside(reply) } });
    expect(outcome.kind).toBe('warned');
    expect(codes(outcome)).toEqual(['smtp.greylisted']);
  });

  it('warns about an insider who is refused when others are accepted', async () => {
    const { outcome } = await asked({
      on: { RCPT: ({ write }, line) => write(line.includes('carol') ? '550 5.1.1 User unknown\r\n' : '250 Ok\r\n') },
    });
    expect(outcome.kind).toBe('warned');
    expect(codes(outcome)).toEqual(['smtp.recipient-refused']);
  });

  it('names a refused sender once, whatever is said about the recipients after it', async () => {
    const { outcome, reports } = await asked({
      on: { MAIL: '550 5.7.1 You may not send as this address', RCPT: '503 5.5.1 Need MAIL first' },
    });
    expect(codes(outcome)).toEqual(['smtp.sender-refused']);
    expect(reports.map(({ verdict, reply }) => [verdict, reply?.code])).toEqual([
      ['refused', 550],
      ['refused', 550],
    ]);
  });

  it('keeps the reply of each recipient with the meaning of its status code', async () => {
    const { reports } = await asked({ on: { RCPT: outside('554 5.7.1 Relay access denied') } });
    expect(reports[1]).toMatchObject({
      authenticated: true,
      reply: { code: 554, enhanced: '5.7.1', text: 'Relay access denied', meaning: expect.stringMatching(/\w/) },
    });
  });

  it('says what is not known when the server closes in the middle', async () => {
    const { outcome, reports } = await asked({
      on: {
        RCPT: ({ write, drop }, line) => {
          write(line.includes('carol') ? '250 Ok\r\n' : '421 4.3.2 Shutting down\r\n');
          if (!line.includes('carol')) setImmediate(drop);
        },
        RSET: () => {},
      },
    });
    expect(codes(outcome)).toEqual(['smtp.service-unavailable']);
    expect(reports[0]?.verdict).toBe('accepted');
  });

  it('does not send letters beyond ASCII to a server that does not take them', async () => {
    const opened = await signedInRelay();
    ends.push(opened.end);
    const question = [{ address: address('jörg@partner.example'), scope: 'external' }] as const;
    const outcome = await checkPermission({ relay: opened.relay, sender, recipients: question }, opened.step);
    expect(codes(outcome)).toEqual(['smtp.unicode-not-supported']);
    expect(opened.server.commands.some((command) => command.startsWith('MAIL'))).toBe(false);
  });
});

describe('the check for strangers', () => {
  async function strangers(script: SmtpScript) {
    const opened = await openRelay(script);
    ends.push(opened.end);
    const target = { host: mailHost, addresses: ['127.0.0.1'] };
    const endpoint = { port: opened.server.port, security: 'implicit' } as const;
    const outcome = await checkStrangers({ target, endpoint, spare: null, sender, recipients }, deps, opened.step);
    return { ...opened, outcome };
  }
  const verdicts = (outcome: Outcome<readonly PermissionReport[]>) =>
    'value' in outcome ? outcome.value.map(({ verdict }) => verdict) : [];

  it('passes when the server relays for nobody who did not sign in', async () => {
    const { outcome, server } = await strangers({ on: { RCPT: outside('554 5.7.1 Relay access denied') } });
    expect(outcome.kind).toBe('passed');
    expect(verdicts(outcome)).toEqual(['accepted', 'refused']);
    expect(server.connections()).toBe(2);
    expect(server.commands.some((command) => command.startsWith('AUTH'))).toBe(false);
    await expect.poll(() => server.commands.at(-1)).toBe('QUIT');
  });

  it('passes when strangers are sent away at MAIL', async () => {
    const { outcome } = await strangers({ on: { MAIL: '530 5.7.0 Authentication required', RCPT: '503 5.5.1 Bad' } });
    expect(outcome.kind).toBe('passed');
    expect(verdicts(outcome)).toEqual(['refused', 'refused']);
  });

  it('says plainly when the server relays for strangers', async () => {
    const { outcome } = await strangers({});
    expect(outcome.kind).toBe('warned');
    expect(problemsOf(outcome)).toMatchObject([
      { code: 'smtp.open-relay', args: { host: mailHost, recipient: 'bob@partner.example' } },
    ]);
  });

  it('asks on a session that is there already, rather than open another', async () => {
    const opened = await openRelay({ on: { RCPT: outside('554 5.7.1 Relay access denied') } });
    ends.push(opened.end);
    const target = { host: mailHost, addresses: ['127.0.0.1'] };
    const endpoint = { port: opened.server.port, security: 'implicit' } as const;
    const spare = opened.relay.session;
    const outcome = await checkStrangers({ target, endpoint, spare, sender, recipients }, deps, opened.step);
    expect(outcome.kind).toBe('passed');
    expect(opened.server.connections()).toBe(1);
  });

  it('is unknown, not passed, when it could not be asked', async () => {
    const { outcome } = await strangers({ on: { MAIL: ({ drop }) => drop() } });
    expect(outcome.kind).toBe('unknown');
  });
});
