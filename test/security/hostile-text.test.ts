// Threat: text from a server steers the terminal of whoever reads it (clears the screen, writes a false verdict, answers for
// the user, turns the direction of writing round), or is so long that nothing else can be seen. It comes in greetings, replies,
// directory entries, certificates and DNS names, and is shown live, as plain lines and as JSON.
import { afterEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { makeAuthority } from '../../src/lab/index.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { a, cname, mx, srv } from '../fakes/dns-server.ts';
import { fakeTerminal } from '../fakes/fake-terminal.ts';
import { alice, friendlyDc, type HostileWorld, hostileWorld, reportOf } from '../fakes/hostile-world.ts';
import { ldapResult, tag } from '../fakes/ldap-scripted-server.ts';
import { shown } from '../fakes/shown.ts';
import { authority, mailHost, usualOffers } from '../fakes/smtp-server.ts';

let world: HostileWorld | undefined;
afterEach(() => world?.stop());

const nasty = '\u001b[2J\u001b]0;owned\u0007\u009b31m\u0090q\u202eevil\u2066x\u200f\u0000\b\rPassed\n';
const asOctets = (text: string) => Buffer.from(text.replace(/[\r\n]/g, ' '), 'utf8').toString('latin1');

/** What no output may hold but the codes that we write ourselves: colours, cursor up, erase, show and hide. */
const ours = /\u001b\[(?:\d{1,2}(?:;\d{1,2})*m|\d+A|[KJ]|\?25[lh])/g;
const steering =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe]/u;

const ways: [string, object, boolean][] = [
  ['as plain lines', { verbose: true, transcript: true }, false],
  ['live', { verbose: true, transcript: true }, true],
  ['as JSON', { json: true }, false],
  ['as JSON lines', { jsonLines: true }, false],
];

async function expectInert(events: readonly RunEvent[]): Promise<void> {
  for (const [way, options, isTTY] of ways) {
    const text = (await shown(events, options, isTTY)).replace(ours, '').replaceAll(isTTY ? '\r' : '', '');
    expect(steering.exec(text), way).toBeNull();
    expect(text.length, way).toBeGreaterThan(100);
    for (const line of text.split('\n')) expect(line.length, way).toBeLessThan(100_000);
  }
}

describe('hostile text is inert', () => {
  it('in greeting, EHLO, replies and queue id of a relay', async () => {
    const say = asOctets(nasty);
    const on = { AUTH: `235 ${say}`, MAIL: `250 ${say}`, RCPT: `250 ${say}`, BODY: `250 queued as ${say}` };
    world = await hostileWorld({ relay: { greeting: `220 ${say}`, offers: [...usualOffers, say], on } });
    await expectInert(await world.run());
  });

  it('in the refusals of a relay and of a directory', async () => {
    world = await hostileWorld({ relay: { on: { AUTH: `535 ${asOctets(nasty)}` } } });
    await expectInert(await world.run());
    await world.stop();
    world = await hostileWorld({ dc: friendlyDc({ bind: [ldapResult(tag.bind, 49, nasty)] }) });
    await expectInert(await world.run());
  });

  it('in the entry of a person, and bytes that are no text at all', async () => {
    world = await hostileWorld({ dc: friendlyDc({ search: alice(nasty) }) });
    await expectInert(await world.run({ goal: 'sign-in' }));
  });

  it('in subject and names of a certificate, however it is judged', async () => {
    for (const names of [[nasty, mailHost], [mailHost, nasty, 'a, DNS:b.example'], [nasty]]) {
      world = await hostileWorld({ relay: { certificate: authority.issue(names) } });
      await expectInert(await world.run());
      await world.stop();
    }
    world = await hostileWorld({ relay: { certificate: makeAuthority(nasty).issue([mailHost]) } });
    await expectInert(await world.run());
  });

  it('in the names that DNS answers with', async () => {
    const name = `\u001b[2Jx\u009b31m\u202e.evil.example`;
    const service = '_ldap._tcp.dc._msdcs.corp.example';
    const records = [
      cname('www.corp.example', name),
      a(name, '127.0.0.1'),
      srv(service, name, 389),
      srv('_submissions._tcp.corp.example', name, 465),
      mx('corp.example', 1, name),
    ];
    world = await hostileWorld({ records });
    await expectInert(await world.run({ goal: 'resolve', server: 'www' }));
    await expectInert(await world.run({ goal: 'diagnose', server: null }));
    await expectInert(await world.run({ goal: 'locate-dc' }));
    await expectInert(await world.run({ goal: 'route', destination: 'corp.example' }));
  });

  it('in words of the command line that are not understood', async () => {
    for (const words of [
      [nasty],
      ['resolve', nasty],
      ['resolve', `--${nasty}`],
      ['resolve', 'mail', '--port', nasty],
    ]) {
      const terminal = fakeTerminal();
      expect(await runCli(words, terminal)).toBe(2);
      expect(steering.exec(terminal.said() + terminal.printed())).toBeNull();
    }
  });
});

describe('text without end is cut, and the cut is said', () => {
  it('of a reply, a greeting and a display name', async () => {
    const long = 'y'.repeat(1_900);
    const many = Array.from({ length: 30 }, () => `535-${long}\r\n`).join('');
    world = await hostileWorld({ relay: { on: { AUTH: ({ write }) => write(`${many}535 end\r\n`) } } });
    const text = await shown(await world.run(), { json: true });
    expect(text).toContain('more characters)');
    expect(text.length).toBeLessThan(200_000);
    await world.stop();
    world = await hostileWorld({ dc: friendlyDc({ search: alice('z'.repeat(500_000)) }) });
    const { chain } = reportOf(await world.run({ goal: 'sign-in' }));
    expect(chain.account?.displayName).toMatch(/^z{2000}… \(498000 more characters\)$/);
  });
});
