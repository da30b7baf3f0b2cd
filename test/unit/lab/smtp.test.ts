import { afterEach, expect, test } from 'vitest';
import { failedPasswords, type Lab, startLab } from '../../../src/lab/index.ts';
import { sendAs, talk } from './clients.ts';

let lab: Lab;
afterEach(() => lab.stop());

const alice = 'alice@corp.example';
const bob = 'bob@partner.example';

async function send(faults: string[] = [], from = alice, to = bob): Promise<string[]> {
  lab = await startLab({ faults });
  const session = await talk(lab, lab.ports.submission, 'starttls');
  const replies = await sendAs(session, lab, alice, from, to);
  session.end();
  await lab.idle();
  return replies;
}

test('a message goes through the relay to the partner, and both hops leave their trace', async () => {
  const replies = await send();
  expect(replies.map((reply) => reply.slice(0, 3))).toEqual(['235', '250', '250', '354', '250']);
  const queueId = /^250 2\.0\.0 Ok: queued as (4\w+)$/.exec(replies[4] ?? '')?.[1] ?? 'none';
  const [message, ...more] = lab.mailbox(bob);
  expect(more).toEqual([]);
  expect(message?.from).toBe(alice);
  expect(message?.received).toEqual([
    expect.stringContaining('by gw.partner.example'),
    expect.stringMatching(new RegExp(`by mail.corp.example .* with ESMTPSA id ${queueId};`)),
  ]);
  expect(message?.raw.toString()).toMatch(/\r\n\r\n\.one dot\r\n$/);
});

test('mail for the own domain and for a domain with an implicit MX arrives as well', async () => {
  await send([], alice, 'bob@corp.example');
  expect(lab.mailbox('bob@corp.example')).toHaveLength(1);
  await lab.stop();
  await send([], alice, 'eve@implicit.example');
  expect(lab.mailbox('eve@implicit.example')).toHaveLength(1);
});

test('sign-in is offered only in TLS, and the extensions are those of a real relay', async () => {
  lab = await startLab();
  const session = await talk(lab, lab.ports.submission, 'none');
  const before = await session.say('EHLO client');
  expect(before).toContain('STARTTLS');
  expect(before).not.toContain('AUTH');
  await session.startTls();
  const after = (await session.say('EHLO client')).split('|').map((line) => line.slice(4));
  expect(after).toEqual(
    expect.arrayContaining(['AUTH PLAIN LOGIN', 'DSN', 'PIPELINING', '8BITMIME', 'SMTPUTF8', 'SIZE 10240000']),
  );
  expect(after).not.toContain('STARTTLS');
  session.end();
});

test('a wrong password is refused and counted', async () => {
  lab = await startLab();
  const session = await talk(lab, lab.ports.submissions, 'implicit');
  const secret = Buffer.from(`\0${alice}\0canary-7d1`).toString('base64');
  expect(await session.say(`AUTH PLAIN ${secret}`)).toMatch(/^535 5\.7\.8 /);
  expect(failedPasswords(lab.log)).toBe(1);
  expect(JSON.stringify(lab.log)).not.toContain('canary');
  session.end();
});

test('strangers get mail to the domain on port 25, and nowhere else', async () => {
  lab = await startLab();
  const replyOn = async (port: number, to: string) => {
    const session = await talk(lab, port, 'starttls');
    await session.say(`MAIL FROM:<${bob}>`);
    const reply = await session.say(`RCPT TO:<${to}>`);
    session.end();
    return reply;
  };
  expect(await replyOn(lab.ports.smtp, alice)).toMatch(/^250/);
  expect(await replyOn(lab.ports.smtp, 'nobody@corp.example')).toMatch(/^550 5\.1\.1 /);
  expect(await replyOn(lab.ports.smtp, 'x@other.example')).toBe('554 5.7.1 <x@other.example>: Relay access denied');
  expect(await replyOn(lab.ports.submission, alice)).toMatch(/^554 5\.7\.1 /);
});

test('an account sends from each of its own addresses, and from no other', async () => {
  expect((await send([], 'a.mueller@corp.example'))[4]).toMatch(/^250/);
  await lab.stop();
  const foreign = await send([], 'bob@corp.example');
  expect(foreign[2]).toBe(
    '553 5.7.1 <bob@corp.example>: Sender address rejected: not owned by user alice@corp.example',
  );
});

test.each([
  ['relay-denied', 2, /^554 5\.7\.1 <bob@partner\.example>: Relay access denied$/],
  ['recipient-unknown', 2, /^550 5\.1\.1 /],
  ['greylisted', 2, /^450 4\.2\.0 .*Greylisted/],
  ['sender-refused', 2, /^553 5\.7\.1 .*not owned by user/],
  ['relay-password', 0, /^535 5\.7\.8 /],
  ['message-refused', 4, /^550 5\.7\.1 /],
  ['dropped-after-dot', 4, /^closed$/],
] as const)('with the fault "%s", step %i is answered so', async (fault, step, reply) => {
  expect((await send([fault]))[step]).toMatch(reply);
});

test('a message whose connection was lost after the final dot has been delivered once', async () => {
  await send(['dropped-after-dot']);
  expect(lab.mailbox(bob)).toHaveLength(1);
});

test('a message above the limit is refused, at MAIL when its size is announced', async () => {
  lab = await startLab({ faults: ['too-large'] });
  const session = await talk(lab, lab.ports.submissions, 'implicit');
  expect(await session.say(`MAIL FROM:<${alice}> SIZE=5000`)).toMatch(/^552 /);
  await session.say(`AUTH PLAIN ${Buffer.from(`\0${alice}\0${lab.password}`).toString('base64')}`);
  await session.say(`MAIL FROM:<${alice}>`);
  await session.say(`RCPT TO:<${bob}>`);
  await session.say('DATA');
  expect(await session.say(`Subject: big\r\n\r\n${'x'.repeat(500)}\r\n.`)).toMatch(/^552 5\.3\.4 /);
  session.end();
  expect(lab.mailbox(bob)).toEqual([]);
});

test('a relay without encryption offers sign-in in the clear, as a trap, and no implicit TLS', async () => {
  lab = await startLab({ faults: ['starttls-missing'] });
  const session = await talk(lab, lab.ports.submission, 'none');
  const ehlo = await session.say('EHLO client');
  expect(ehlo).toContain('AUTH');
  expect(ehlo).not.toContain('STARTTLS');
  session.end();
});

test('an open relay takes mail from strangers for strangers', async () => {
  lab = await startLab({ faults: ['open-relay'] });
  const session = await talk(lab, lab.ports.smtp, 'starttls');
  await session.say('MAIL FROM:<x@other.example>');
  expect(await session.say(`RCPT TO:<${bob}>`)).toMatch(/^250/);
  session.end();
});

test('a message that the gateway cannot take is accepted all the same: nothing is promised beyond the relay', async () => {
  const replies = await send(['gateway-refused']);
  expect(replies[4]).toMatch(/^250 2\.0\.0 Ok: queued as /);
  expect(lab.mailbox(bob)).toEqual([]);
  expect(lab.log).toContainEqual(expect.objectContaining({ kind: 'smtp.forwarded', to: bob }));
});
