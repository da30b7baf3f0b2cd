import { encode } from 'dns-packet';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type Lab, makeAuthority, startLab } from '../../../src/lab/index.ts';
import { ask, dial, talk } from './clients.ts';

const labs: Lab[] = [];
afterEach(async () => {
  await Promise.all(labs.splice(0).map((lab) => lab.stop()));
});

async function start(...args: Parameters<typeof startLab>): Promise<Lab> {
  const lab = await startLab(...args);
  labs.push(lab);
  return lab;
}

test('two labs run beside each other', async () => {
  const [one, two] = [await start(), await start()];
  expect(new Set([...Object.values(one.ports), ...Object.values(two.ports)]).size).toBe(22);
});

test('a given port is used, and a taken one is reported', async () => {
  const { ports } = await start();
  await expect(start({ ports: { smtp: ports.smtp } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(start({ ports: { ldap: ports.ldap } })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await labs.pop()?.stop();
  expect((await start({ ports })).ports).toEqual(ports);
});

test('stopping leaves no handle, even in the middle of conversations and handshakes', async () => {
  const before = handles();
  const lab = await start();
  const { ports } = lab;
  const open = [
    ports.dns,
    ports.ldap,
    ports.ldaps,
    ports.submissions,
    ports.submission,
    ports.gateway,
    ports.imaps,
    ports.imap,
    ports.https,
    ports.http,
  ].map((port) => {
    const socket = dial(port);
    socket.resume();
    return new Promise<void>((resolve) => socket.once('close', () => resolve()));
  });
  const session = await talk(lab, ports.submission, 'none');
  await session.say('STARTTLS');
  await lab.stop();
  await Promise.all(open);
  expect(await session.reply()).toBe('closed');
  session.end();
  await new Promise((resolve) => setImmediate(resolve));
  expect(handles()).toEqual(before);
});

/** One text per server that a client would send, to be damaged. */
const anchors = [
  Buffer.from('EHLO client\r\nMAIL FROM:<a@corp.example>\r\nRCPT TO:<b@corp.example>\r\nDATA\r\n.\r\n'),
  Buffer.from('300c020101600702010304008000', 'hex'),
  Buffer.from('301d02010177188016312e332e362e312e342e312e313436362e3230303337', 'hex'),
  Buffer.from('3025020101632004000a01000a0100020100020100010100870b6f626a656374436c6173733000', 'hex'),
  Buffer.from('1603010005010000010000', 'hex'),
  Buffer.from('a LOGIN {3+}\r\nbob "secret"\r\nb SELECT INBOX\r\nc UID FETCH 1:* (BODY[HEADER.FIELDS (DATE)])\r\n'),
  Buffer.from('GET /mail/config-v1.1.xml HTTP/1.1\r\nHost: autoconfig.corp.example\r\n\r\n'),
  encode({ type: 'query', id: 1, questions: [{ name: 'mail.corp.example', type: 'A' }] }),
];

test('garbage on any port kills nothing', async () => {
  const lab = await start();
  const { dns, ldap, ldaps, submissions, submission, smtp, gateway, imaps, imap, https, http } = lab.ports;
  const damaged = fc
    .tuple(fc.constantFrom(...anchors), fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 5 }))
    .map(([anchor, changes]) => {
      const copy = Buffer.from(anchor);
      for (const [at, value] of changes) copy[at % copy.length] = value;
      return copy;
    });
  const garbage = fc.oneof(
    damaged,
    fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(garbage, async (bytes) => {
      await Promise.all([
        ...[dns, ldap].map((port) => ask(port, bytes, 1)),
        ...[dns, ldap, ldaps, submissions, submission, smtp, gateway, imaps, imap, https, http].map((port) =>
          throwAt(port, bytes),
        ),
      ]);
    }),
    { numRuns: 150 },
  );
  expect(await ask(dns, anchors.at(-1) ?? Buffer.alloc(0))).toBeDefined();
  const session = await talk(lab, submission, 'starttls');
  expect(await session.say('NOOP')).toMatch(/^250/);
  session.end();
});

test('a client that announces an endless message is cut off', async () => {
  const { ports } = await start();
  const socket = dial(ports.ldap);
  const closed = new Promise((resolve) => socket.once('end', resolve));
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(Buffer.from([0x30, 0x84, 0x7f, 0xff, 0xff, 0xff]));
  await closed;
  expect(Buffer.concat(chunks).toString('latin1')).toContain('1.3.6.1.4.1.1466.20036');
  socket.destroy();
});

test('certificates can be made without a lab', () => {
  expect(makeAuthority().issue(['host.example']).cert).toContain('BEGIN CERTIFICATE');
});

/** Sends bytes as soon as connected and leaves. */
function throwAt(port: number, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    const socket = dial(port);
    socket.on('close', () => resolve());
    socket.on('data', () => undefined);
    socket.end(bytes, () => socket.destroy());
  });
}

/** Timers are left out: the test runner has its own. */
function handles(): string[] {
  const { getActiveResourcesInfo } = process as NodeJS.Process & { getActiveResourcesInfo(): string[] };
  return getActiveResourcesInfo()
    .filter((kind) => /TCP|UDP|TLS/.test(kind))
    .sort();
}
