import { afterEach, describe, expect, it } from 'vitest';
import { type Outcome, problemsOf, systemClock } from '../../../src/core/index.ts';
import { type Custody, composeMessage, submitMessage } from '../../../src/submission/index.ts';
import { address } from '../../fakes/addresses.ts';
import { signedInRelay } from '../../fakes/smtp-relay.ts';
import { type FakeConnection, mailHost, type SmtpScript } from '../../fakes/smtp-server.ts';

const ends: (() => Promise<void>)[] = [];
const sender = address('alice@corp.example');
const bob = address('bob@partner.example');
const eve = address('eve@partner.example');

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

interface Sending {
  readonly to?: readonly (typeof bob)[];
  readonly from?: typeof bob;
  readonly text?: string;
  readonly attachments?: readonly { name: string; content: Uint8Array }[];
  readonly requestDsn?: boolean;
  readonly requireTls?: boolean;
}

async function sent(script: SmtpScript = {}, sending: Sending = {}) {
  const {
    to = [bob],
    from = sender,
    text = 'Hello\n',
    attachments = [],
    requestDsn = false,
    requireTls = false,
  } = sending;
  const opened = await signedInRelay(script);
  ends.push(opened.end);
  const message = await composeMessage(
    { from, to, subject: 'Test', text, attachments, messageIdDomain: 'client.corp.example' },
    systemClock,
  );
  const outcome = await submitMessage(
    { relay: opened.relay, sender: from, recipients: to, message, requestDsn, requireTls },
    opened.step,
  );
  const custody = opened.step.patches.find((patch) => patch.custody !== undefined)?.custody;
  return { ...opened, message, outcome, custody };
}

const codes = (outcome: Outcome<Custody>) => problemsOf(outcome).map(({ code }) => code);
const refuseEve = (reply: string) => (connection: FakeConnection, line: string) =>
  connection.write(line.includes('eve') ? `${reply}\r\n` : '250 2.1.5 Ok\r\n');

describe('submitting a message', () => {
  it('ends with the gateway, its queue id and nothing that is not known', async () => {
    const { outcome, server, message, custody } = await sent();
    expect(outcome.kind).toBe('passed');
    expect(custody).toEqual({
      gateway: mailHost,
      state: 'accepted',
      queueId: '4XYZq1Bcz5',
      messageId: message.messageId,
      reply: {
        code: 250,
        enhanced: '2.0.0',
        text: 'Ok: queued as 4XYZq1Bcz5',
        meaning: expect.any(String),
      },
      recipients: [
        { address: 'bob@partner.example', state: 'accepted', reply: expect.any(Object), dsn: false, notice: null },
      ],
      arrival: null,
      statement: 'accepted by mail.corp.example as queue id 4XYZq1Bcz5; delivery beyond it is not guaranteed',
    });
    expect(server.messages).toEqual([message.bytes.toString('latin1')]);
  });

  it('sends MAIL, RCPT and DATA in one write where the server pipelines', async () => {
    const { server, message, step } = await sent();
    expect(server.chunks.at(-2)).toBe(
      `MAIL FROM:<alice@corp.example> SIZE=${message.bytes.length}\r\nRCPT TO:<bob@partner.example>\r\nDATA\r\n`,
    );
    expect(step.exchanges.slice(-2)).toEqual([
      expect.stringMatching(/^smtp MAIL FROM.*DATA: 250, 250, 354$/),
      expect.stringMatching(/^smtp \(message, \d+ bytes\): 250 2\.0\.0 Ok: queued as/),
    ]);
  });

  it('works command by command where the server does not pipeline', async () => {
    const { outcome, server } = await sent({ offers: ['AUTH PLAIN'] });
    expect(outcome.kind).toBe('passed');
    expect(server.chunks).toContain('MAIL FROM:<alice@corp.example>\r\n');
  });

  it('keeps lines that start with a dot, and a line that is nothing but one', async () => {
    const { server, message } = await sent({}, { text: '.\n..\n.hidden\n\n.\n' });
    expect(server.messages[0]).toBe(message.bytes.toString('latin1'));
    expect(server.messages[0]).toContain('\r\n.\r\n..\r\n.hidden\r\n');
  });

  it('carries a message of many chunks', async () => {
    const content = Buffer.alloc(500_000, '.\r\n');
    const { outcome, server, message } = await sent({}, { attachments: [{ name: 'a.bin', content }] });
    expect(outcome.kind).toBe('passed');
    expect(server.messages[0]).toBe(message.bytes.toString('latin1'));
  });

  it('never shows the message in the transcript', async () => {
    const { step, message } = await sent({}, { text: 'Between the two of us' });
    expect(step.lines.join('\n')).not.toContain('Between the two');
    expect(step.lines).toContain(`smtp sent (message, ${message.bytes.length} bytes)`);
  });

  it('asks for delivery notifications where they are offered, and says so', async () => {
    const { server, custody, message } = await sent({}, { requestDsn: true });
    const id = message.messageId.slice(1, -1);
    expect(server.commands).toContainEqual(expect.stringContaining(`RET=HDRS ENVID=${id}`));
    expect(server.commands).toContain('RCPT TO:<bob@partner.example> NOTIFY=SUCCESS,FAILURE,DELAY');
    expect(custody?.recipients?.[0]?.dsn).toBe(true);
  });

  it('does not ask for notifications where they are not offered, and warns that none will come', async () => {
    const { server, custody, outcome } = await sent({ offers: ['AUTH PLAIN'] }, { requestDsn: true });
    expect(server.commands).toContain('RCPT TO:<bob@partner.example>');
    expect(custody?.recipients?.[0]?.dsn).toBe(false);
    expect(custody?.state).toBe('accepted');
    expect(outcome.kind).toBe('warned');
    expect(codes(outcome)).toEqual(['smtp.dsn-not-offered']);
  });

  it('asks for no notifications when nobody wants them', async () => {
    const { server, outcome } = await sent();
    expect(outcome.kind).toBe('passed');
    expect(server.commands.join()).not.toMatch(/RET=|ENVID=|NOTIFY=/);
  });

  it('demands TLS for the rest of the way where the server can promise it', async () => {
    const { server, outcome } = await sent({ offers: ['AUTH PLAIN', 'REQUIRETLS'] }, { requireTls: true });
    expect(outcome.kind).toBe('passed');
    expect(server.commands).toContain('MAIL FROM:<alice@corp.example> REQUIRETLS');
  });

  it('sends nothing when TLS is demanded for the rest of the way and the server cannot promise it', async () => {
    const { server, outcome, custody } = await sent({}, { requireTls: true });
    expect(outcome.kind).toBe('failed');
    expect(codes(outcome)).toEqual(['smtp.requiretls-not-offered']);
    expect(custody?.state).toBe('not-sent');
    expect(server.messages).toEqual([]);
    expect(server.commands.some((command) => command.startsWith('MAIL'))).toBe(false);
  });
});

describe('recipients', () => {
  it('sends to the others when one is refused, and says for whom it was not accepted', async () => {
    const script = { on: { RCPT: refuseEve('550 5.1.1 No such user') } };
    const { outcome, custody, server } = await sent(script, { to: [bob, eve] });
    expect(outcome.kind).toBe('failed');
    expect(codes(outcome)).toEqual(['smtp.recipient-refused']);
    expect(server.messages).toHaveLength(1);
    expect(custody?.recipients?.map(({ state, reply }) => [state, reply?.code])).toEqual([
      ['accepted', 250],
      ['refused', 550],
    ]);
    expect(custody?.statement).toBe(
      'accepted by mail.corp.example as queue id 4XYZq1Bcz5 for 1 of 2 recipients, not for eve@partner.example; delivery beyond it is not guaranteed',
    );
  });

  it('ends a message that the server wants although it refused everybody', async () => {
    const script = { on: { RCPT: '550 5.1.1 No such user', BODY: '554 5.5.1 No valid recipients' } };
    const { outcome, server, custody } = await sent(script);
    expect(codes(outcome)).toEqual(['smtp.recipient-refused']);
    expect(server.messages).toEqual(['']);
    expect(custody?.state).toBe('refused');
  });

  it('believes no acceptance of a message that was never sent', async () => {
    const { outcome, custody } = await sent({ on: { RCPT: '550 5.7.1 Relaying denied' } });
    expect(codes(outcome)).toEqual(['smtp.relay-denied']);
    expect(custody).toMatchObject({ state: 'refused', queueId: null });
  });

  it('does not begin when the sender is refused', async () => {
    const { outcome, server } = await sent({
      on: { MAIL: '550 5.7.1 Not you', RCPT: '503 5.5.1 Bad', DATA: '503 5.5.1 Bad' },
    });
    expect(codes(outcome)).toEqual(['smtp.sender-refused']);
    expect(server.messages).toEqual([]);
  });
});

describe('what a server cannot take', () => {
  it('is not sent to it: larger than SIZE', async () => {
    const { outcome, server, custody } = await sent({ offers: ['AUTH PLAIN', 'SIZE 100'] });
    expect(problemsOf(outcome)).toMatchObject([{ code: 'smtp.too-large', args: { limit: '100 bytes' } }]);
    expect(custody?.state).toBe('not-sent');
    expect(server.commands.some((command) => command.startsWith('MAIL'))).toBe(false);
  });

  it('is not sent to it: addresses beyond ASCII without SMTPUTF8', async () => {
    const { outcome, server } = await sent({}, { to: [address('jörg@partner.example')] });
    expect(codes(outcome)).toEqual(['smtp.unicode-not-supported']);
    expect(server.commands.some((command) => command.startsWith('MAIL'))).toBe(false);
  });

  it('is sent with SMTPUTF8 where that is offered', async () => {
    const offers = ['AUTH PLAIN', 'SMTPUTF8', '8BITMIME'];
    const { outcome, server } = await sent({ offers }, { to: [address('jörg@partner.example')] });
    expect(outcome.kind).toBe('passed');
    expect(server.commands).toContain('MAIL FROM:<alice@corp.example> BODY=8BITMIME SMTPUTF8');
  });

  it('needs no SMTPUTF8 when only the domain is beyond ASCII', async () => {
    const { outcome, server } = await sent({}, { to: [address('bob@bücher.example')] });
    expect(outcome.kind).toBe('passed');
    expect(server.commands).toContain('RCPT TO:<bob@xn--bcher-kva.example>');
  });
});

describe('custody when something goes wrong', () => {
  it.each([
    ['550 5.7.1 Message rejected by content filter', 'smtp.message-refused', 'refused'],
    ['554 5.6.0 Bad header', 'smtp.message-refused', 'refused'],
    ['552 5.3.4 Message too big', 'smtp.too-large', 'refused'],
    ['451 4.3.0 Try again', 'smtp.service-unavailable', 'deferred'],
    ['451 4.7.1 Greylisted', 'smtp.greylisted', 'deferred'],
  ])('is not with the gateway after %s', async (reply, code, state) => {
    const { outcome, custody } = await sent({ on: { BODY: reply } });
    expect(outcome.kind).toBe('failed');
    expect(codes(outcome)).toEqual([code]);
    expect(custody).toMatchObject({ state: 'refused', recipients: [{ state }] });
    expect(custody?.statement).toContain('it has not taken the message');
  });

  it.each<[string, SmtpScript['on']]>([
    ['the connection is lost', { BODY: ({ drop }) => drop() }],
    ['the answer is no SMTP', { BODY: 'something else' }],
    ['the answer is neither yes nor no', { BODY: '354 Go on' }],
  ])('is uncertain when %s after the final dot, and nothing is sent again', async (_, on) => {
    const { outcome, custody, server } = await sent({ on });
    expect(outcome.kind).toBe('unknown');
    expect(codes(outcome)).toEqual(['smtp.uncertain']);
    expect(custody).toMatchObject({ state: 'uncertain', queueId: null, recipients: [{ state: 'uncertain' }] });
    expect(custody?.statement).toBe(
      'uncertain: the whole message was sent to mail.corp.example, but its answer did not arrive; it may or may not have been accepted, and it was not sent again',
    );
    expect(server.messages).toHaveLength(1);
    expect(server.connections()).toBe(1);
  });

  it('is uncertain when the run is cancelled while the answer is waited for', async () => {
    let cancel = () => {};
    const opened = await signedInRelay({ on: { BODY: () => cancel() } });
    ends.push(opened.end);
    cancel = opened.step.end;
    const draft = { from: sender, to: [bob], subject: 's', text: 't', attachments: [], messageIdDomain: 'c.example' };
    const message = await composeMessage(draft, systemClock);
    const submission = {
      relay: opened.relay,
      sender,
      recipients: [bob],
      message,
      requestDsn: false,
      requireTls: false,
    };
    const outcome = await submitMessage(submission, opened.step);
    expect(problemsOf(outcome)).toMatchObject([{ code: 'smtp.uncertain', cause: { code: 'run.cancelled' } }]);
    expect(opened.step.patches.at(-1)?.custody?.state).toBe('uncertain');
  });

  it.each<[string, SmtpScript['on'], string]>([
    ['at MAIL', { MAIL: ({ drop }) => drop() }, 'net.reset'],
    ['at RCPT', { RCPT: ({ drop }) => drop() }, 'net.reset'],
    ['at DATA', { DATA: ({ drop }) => drop() }, 'net.reset'],
    ['with a goodbye', { MAIL: '421 4.3.2 Shutting down', RCPT: ({ drop }) => drop() }, 'smtp.service-unavailable'],
  ])('is nowhere when the connection is lost %s', async (_, on, code) => {
    const { outcome, custody, server } = await sent({ on });
    expect(codes(outcome)).toEqual([code]);
    expect(custody).toMatchObject({ state: 'not-sent', statement: 'not sent: no gateway has taken the message' });
    expect(server.messages).toEqual([]);
  });

  it.each(['250 2.0.0 Ok: queued as FAKE12345', '235 2.7.0 Ok', '220 hello'])(
    'is nowhere when DATA is answered with %s',
    async (reply) => {
      const { outcome, custody, server } = await sent({ on: { DATA: reply } });
      expect(codes(outcome)).toEqual(['smtp.protocol-error']);
      expect(custody).toMatchObject({ state: 'not-sent', queueId: null });
      expect(server.messages).toEqual([]);
      await expect.poll(server.open).toBe(0);
    },
  );

  it('is nowhere when the acceptance comes before the message', async () => {
    const early: SmtpScript['on'] = {
      DATA: (connection) => connection.write('354 go\r\n250 2.0.0 Ok: queued as FAKE12345\r\n'),
    };
    const { outcome, custody } = await sent({ on: early });
    expect(codes(outcome)).toEqual(['smtp.protocol-error']);
    expect(custody).toMatchObject({ state: 'not-sent', queueId: null });
  });

  it('says refused when the server refuses in the middle of a long message', async () => {
    const content = Buffer.alloc(600_000, 'x');
    const early: SmtpScript['on'] = {
      DATA: (connection) => connection.write('354 go\r\n552 5.3.4 Too much already\r\n'),
    };
    const { outcome, custody } = await sent({ on: early }, { attachments: [{ name: 'a', content }] });
    expect(codes(outcome)).toEqual(['smtp.too-large']);
    expect(custody?.state).toBe('refused');
  });
});
