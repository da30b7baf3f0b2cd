import { registeredPorts } from '../../src/chain/request.ts';
// Threat: a server (or whoever answers in its place) never stops: records, entries, references, lines, single octets, or
// nothing at all. Then memory fills, processors turn, a table of what was said grows until the program that shows it stands
// still, and Ctrl-C is not heard. Everything read has a size, a count and a deadline, and a run ends within a second.

import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ber, berText } from '../../src/lab/ber.ts';
import { a, srv } from '../fakes/dns-server.ts';
import {
  alice,
  canary,
  friendlyDc,
  type HostileWorld,
  hostileWorld,
  reportOf,
  requestOf,
} from '../fakes/hostile-world.ts';
import { ldapMessage, ldapResult, type Script, tag } from '../fakes/ldap-scripted-server.ts';
import { type RealCli, realCli } from '../fakes/real-cli.ts';
import type { Answer, FakeConnection } from '../fakes/smtp-server.ts';

let cli: RealCli;
let world: HostileWorld | undefined;
beforeAll(async () => {
  cli = await realCli();
}, 60_000);
afterAll(() => cli.remove());
afterEach(() => world?.stop());

const reference = (uri: string) => ber(tag.reference, berText(uri));

/** Writes for as long as somebody reads. */
function pour(socket: Pick<Socket, 'write' | 'writable'>, octets: Buffer | string): void {
  if (socket.writable && socket.write(octets)) setImmediate(() => pour(socket, octets));
  else (socket as Socket).once?.('drain', () => pour(socket, octets));
}

const searched =
  (answer: (socket: Socket, id: number) => void): Script =>
  (socket, bytes, connection) =>
    requestOf(bytes).tag === 0x63 ? answer(socket, requestOf(bytes).id) : friendlyDc()(socket, bytes, connection);

describe('an answer without end ends the run, with a report that can be read', () => {
  it('a hundred thousand references in one search', async () => {
    const dc = searched((socket, id) => {
      const one = ldapMessage(id, reference('x'));
      socket.write(Buffer.concat([...Array(80_000).fill(one), ldapMessage(id, ldapResult(tag.done, 0))]));
    });
    world = await hostileWorld({ dc });
    const events = await world.run({ goal: 'sign-in' });
    expect(events.length).toBeLessThan(3_100);
    const report = reportOf(events);
    expect(report.probes.find(({ id }) => id === 'ldap.account')?.problem?.code).toBe('ldap.entry-not-found');
    expect(JSON.stringify(report).length).toBeLessThan(500_000);
  });

  it('entries and references for ever', async () => {
    world = await hostileWorld({
      dc: searched((socket, id) => pour(socket, ldapMessage(id, alice()[0] ?? Buffer.alloc(0)))),
    });
    const report = reportOf(await world.run({ goal: 'sign-in' }));
    expect(report.probes.find(({ id }) => id === 'ldap.account')?.problem?.code).toBe('ldap.protocol-error');
  });

  it('a message in a message in a message', async () => {
    let deep = berText('x');
    for (let i = 0; i < 5_000; i++) deep = ber(0x30, deep);
    world = await hostileWorld({
      dc: searched((socket, id) => socket.write(ldapMessage(id, ber(tag.entry, berText('cn'), deep)))),
    });
    const report = reportOf(await world.run({ goal: 'sign-in' }));
    expect(report.probes.find(({ id }) => id === 'ldap.account')?.problem?.code).toBe('ldap.protocol-error');
  });

  it('thousands of domain controllers, and of addresses', async () => {
    const names = Array.from({ length: 1_500 }, (_, i) => `d${i}.corp.example`);
    const service = '_ldap._tcp.dc._msdcs.corp.example';
    const records = names.map((name) => srv(service, name, 9, 1));
    const addresses = names.map((_, i) => a('mail.corp.example', `127.1.${i >> 8}.${i & 255}`));
    world = await hostileWorld({ records: [...records, ...addresses, ...names.map((name) => a(name, '127.0.0.1'))] });
    const { relay, dns } = world;
    const events = await world.run({
      timeout: 2_500,
      ports: { ...registeredPorts, ldaps: 9, globalCatalog: 9, submissions: relay.port, submission: 9, smtp: 9 },
    });
    const report = reportOf(events);
    expect(report.chain.domainController?.candidates.length).toBeLessThanOrEqual(100);
    expect(report.chain.name?.addresses.length).toBeLessThanOrEqual(64);
    expect(events.length).toBeLessThan(3_100);
    expect(dns.queries.length).toBeLessThan(500);
  });

  const replies: [string, Answer][] = [
    ['a greeting of a megabyte', ({ write }) => write(`220 ${'x'.repeat(1_000_000)}`)],
    ['a greeting of a hundred thousand lines', ({ write }) => write('220-x\r\n'.repeat(100_000))],
  ];
  it.each(replies)('%s', async (_what, greeting) => {
    world = await hostileWorld({ relay: { greeting } });
    const report = reportOf(await world.run());
    expect(report.probes.find(({ id }) => id === 'relay.endpoint')?.problem?.code).toBe('smtp.protocol-error');
    expect(JSON.stringify(report).length).toBeLessThan(100_000);
  });
});

const flood =
  (line: string): Answer =>
  (connection: FakeConnection) => {
    const timer = setInterval(() => connection.write(line.repeat(1_000)), 1);
    setTimeout(() => clearInterval(timer), 5_000).unref();
    timer.unref();
  };

describe.concurrent('Ctrl-C ends a run within a second', () => {
  const states: [string, Parameters<typeof hostileWorld>[0]][] = [
    ['while a domain controller says nothing', { dc: () => {} }],
    ['while a domain controller never stops', { dc: (socket) => pour(socket, Buffer.alloc(65_536, 0x30)) }],
    ['while a search never stops', { dc: searched((socket, id) => pour(socket, ldapMessage(id, reference('x')))) }],
    ['while a relay says nothing', { relay: { greeting: () => {} } }],
    ['while a relay drips', { relay: { greeting: ({ drip }) => drip(`220-${'x'.repeat(100_000)}`) } }],
    ['while a relay never stops', { relay: { on: { AUTH: flood('250-x\r\n') } } }],
    ['while a relay says nothing to AUTH', { relay: { on: { AUTH: () => {} } } }],
    ['while a relay says nothing to a message', { relay: { on: { BODY: () => {} } } }],
  ];
  it.each(states)('%s', async (_state, settings) => {
    const own = await hostileWorld(settings);
    const ca = cli.file(`ca-${own.dns.port}.pem`, own.ca);
    const run = cli.start([...own.words('send', ca), '--json-lines'], { stdin: `${canary}\n` });
    await run.until('"probe":"relay.reach"');
    const started = performance.now();
    run.child.kill('SIGINT');
    const { code } = await run.ended;
    expect(performance.now() - started).toBeLessThan(1_500);
    expect([0, 1, 3, 130]).toContain(code);
    await own.stop();
  });
});
