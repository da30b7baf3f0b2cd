// Threat: the password comes out where nobody looks for it: a server echoes it in some encoding, on the connection that it
// was sent on or on another one; an option, a crash or a cancelled run prints it; another user of the machine reads it in
// /proc. Reports and transcripts are made to be mailed around. A marked password is searched for in all that is printed.
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutputOptions } from '../../src/cli/options/index.ts';
import { Secret } from '../../src/core/index.ts';
import { alice, binds, canary, formsOf, friendlyDc, type HostileWorld, hostileWorld } from '../fakes/hostile-world.ts';
import { ldapResult, tag } from '../fakes/ldap-scripted-server.ts';
import { type RealCli, realCli } from '../fakes/real-cli.ts';
import { shown } from '../fakes/shown.ts';
import type { Answer, SmtpScript } from '../fakes/smtp-server.ts';

let cli: RealCli;
beforeAll(async () => {
  cli = await realCli();
}, 60_000);
afterAll(() => cli.remove());

const forms = formsOf(canary);
const everything = forms.slice(0, 8).join(' ');
/** The AUTH line that the relay was sent, and the password in each encoding. */
const echo =
  (code: string): Answer =>
  ({ write }, line) =>
    write(`${code} you said ${line} ${everything}\r\n`);

interface Case {
  readonly dc?: Parameters<typeof friendlyDc>[0];
  readonly relay?: SmtpScript;
  readonly password?: string;
  readonly relayUser?: boolean;
}

const garbage: Answer = ({ write }, line) => write(`${'x'.repeat(193)}${canary} ${line}\r\n`);

const cases: [string, Case][] = [
  ['when all is well', {}],
  ['when the directory refuses it and repeats it', { dc: { bind: [ldapResult(tag.bind, 49, everything)] } }],
  ['when the directory says it as a name', { dc: { search: alice(canary) } }],
  ['when the relay refuses it and repeats it', { relay: { on: { AUTH: echo('535 5.7.8') } } }],
  ['when the relay takes it and repeats it', { relay: { on: { AUTH: echo('235 2.7.0') } } }],
  ['when the relay answers with what is no reply', { relay: { on: { AUTH: garbage } } }],
  ['when every reply repeats it, also to strangers', { relay: { on: { MAIL: echo('250'), RCPT: echo('550 5.7.1') } } }],
  ['when the relay says it in its queue id', { relay: { on: { BODY: `250 2.0.0 Ok: queued as ${canary}` } } }],
  ['when the relay has a password of its own', { relayUser: true, relay: { on: { AUTH: echo('535 5.7.8') } } }],
];

const ways: [OutputOptions, boolean][] = [
  [{ transcript: true, verbose: true }, false],
  [{ transcript: true, verbose: true }, true],
  [{ json: true }, false],
  [{ jsonLines: true }, false],
];

function expectNoCanary(text: string, secret = canary): void {
  // Nor its beginning, as when something is cut before it is masked.
  for (const form of [secret.slice(0, 6), ...formsOf(secret)])
    expect(text.includes(form), `${form} in the output`).toBe(false);
}

describe('a marked password', () => {
  it.each(cases)('is in nothing that is printed %s', async (_case, { dc, relay, relayUser }) => {
    const world = await hostileWorld({ dc: friendlyDc(dc), ...(relay && { relay }) });
    const own = relayUser ? { password: 'other-Pa55w0rd', relayPassword: canary } : {};
    const events = await world.run(relayUser ? { relayUser: 'relay-alice' } : {}, own);
    expect(world.relay.commands.some((line) => line.startsWith('AUTH')) || binds(world.dc) > 0).toBe(true);
    expectNoCanary(JSON.stringify(events));
    for (const [options, isTTY] of ways) {
      const text = await shown(events, options, isTTY);
      if (relay?.on?.['AUTH'] !== undefined || dc !== undefined) expect(text).toMatch(/•{5}/);
      expectNoCanary(text);
    }
    await world.stop();
  });

  it.each([
    ['passes', {}],
    ['is refused', { on: { AUTH: echo('535 5.7.8') } }],
  ])('is in nothing that the program writes when the run %s', async (_how, relay) => {
    const world = await hostileWorld({ relay });
    const words = [...world.words('diagnose', cli.file('ca.pem', world.ca)), '--transcript', '--verbose'];
    const { code, out, err } = await cli.start(words, { stdin: `${canary}\n` }).ended;
    expect(code).toBe('on' in relay ? 1 : 0);
    expectNoCanary(out.toString('utf8') + out.toString('latin1') + err.toString('utf8'));
    await world.stop();
  });

  it('is not in what other users of the machine can see of the program', async () => {
    const world = await waitingWorld();
    const run = cli.start([...world.words('diagnose', cli.file('ca.pem', world.ca)), '--json-lines'], {
      stdin: `${canary}\n`,
    });
    await run.until('probe-started');
    const files = ['cmdline', 'environ'].map((name) => `/proc/${run.child.pid}/${name}`).filter(existsSync);
    for (const file of files) expectNoCanary(readFileSync(file, 'latin1'));
    run.child.kill('SIGINT');
    const { code, out, err } = await run.ended;
    expect(code).toBe(130);
    expectNoCanary(out.toString('utf8') + err.toString('utf8'));
    await world.stop();
  });

  it('is not printed when the engine crashes', async () => {
    const engine = new URL('../fakes/engines/crashing.mjs', import.meta.url);
    const words = ['sign-in', 'alice@corp.example', '--password-stdin', '--transcript', '--verbose'];
    const { code, out, err } = await cli.start(words, { engine, stdin: `${canary}\n` }).ended;
    expect(code).toBe(3);
    expectNoCanary(out.toString('utf8') + err.toString('utf8'));
  });

  it.each([
    ['a NUL in it', `${canary}\0`],
    ['no end', canary.repeat(1_000)],
  ])('that nobody may be sent is refused without being said: with %s', async (_what, stdin) => {
    const { code, out, err } = await cli.start(['sign-in', 'alice@corp.example', '--password-stdin'], { stdin }).ended;
    expect(code).toBe(2);
    expectNoCanary(out.toString('utf8') + err.toString('utf8'));
  });

  it('of any length neither breaks the mask nor gets into an error', () => {
    for (const length of [1_000, 1_001, 50_000]) {
      const secret = new Secret('aB3$'.repeat(length / 4 + 1).slice(0, length));
      expect(() => secret.maskedIn('some text')).not.toThrow();
      expect(secret.usable).toBe(length <= 1_000);
    }
  });
});

/** A directory that never answers. */
function waitingWorld(): Promise<HostileWorld> {
  return hostileWorld({ dc: () => {} });
}
