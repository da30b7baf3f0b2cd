import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { initialState, type RunEvent, type RunOutcome, reduceRun } from '../../../src/run/index.ts';
import { reportSchema } from '../../../src/run/report/schema.ts';
import { fakeTerminal } from '../../fakes/fake-terminal.ts';
import { recordedEvents } from '../../fakes/recorded-run.ts';
import { refusedChain, soundChain } from '../../fakes/sample-chain.ts';

const engine = new URL('../../fakes/engines/scripted.mjs', import.meta.url);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a command line; the engine plays `events`, which stand in its --text. */
async function run(words: readonly string[], { isTTY = false, input = 'secret\n' } = {}) {
  const terminal = fakeTerminal({ isTTY, engine });
  terminal.type(input);
  const code = await runCli(words, terminal);
  return { code, out: terminal.printed(), err: terminal.said(), modes: terminal.modes };
}

function diagnose(events: readonly RunEvent[], ...more: string[]): string[] {
  const who = ['--user', 'alice@corp.example', '--to', 'bob@partner.example', '--password-stdin'];
  return ['diagnose', ...who, '--text', JSON.stringify(events), ...more];
}

const sound = recordedEvents(soundChain);
const refused = recordedEvents(refusedChain, { outcome: 'failed' });

describe('a wrong command line', () => {
  it.each<[string[], RegExp]>([
    [['diagnos'], /unknown command “diagnos”: perhaps you mean diagnose\.\nMore: waypost --help/],
    [['frobnicate'], /unknown command “frobnicate”: there are set-up, diagnose, .*, completion\./],
    [
      ['diagnose', '--sever', 'mail'],
      /unknown option “--sever”: perhaps you mean --server\.\nMore: waypost diagnose --help/,
    ],
    [
      ['diagnose', '--password', 'hunter2'],
      /unknown option “--password”: a password is never an argument.*--password-stdin/,
    ],
    [['discover', 'CORP\\alice'], /<address> “CORP\\alice”: this has no domain; .*--domain/],
    [['discover', 'alice@corp.example', '--password-stdin'], /--password-stdin: nobody signs in; .*--user/],
    [['diagnose', '--server'], /--server <name>: the value is missing \(the mail server: .*\)\./],
    [['diagnose', '--port', '99999'], /--port “99999”: .*from 1 to 65535/],
    [['diagnose', '--dns', 'ns.example'], /--dns “ns.example”: .*10\.0\.0\.1/],
    [['diagnose', '--security', 'ssl'], /--security “ssl”: .*implicit or starttls/],
    [
      ['diagnose', '--json', '--json-lines', '--user', 'a'],
      /--json-lines: it cannot be used together with --json; give one/,
    ],
    [['diagnose'], /--user: .*--user alice@corp\.example/],
    [['send', '--user', 'alice'], /--to: .*--to bob@partner\.example/],
    [['send', '--to', 'bob'], /--to “bob”: .*bob@partner\.example/],
    [['send', '--to', 'a@x.example,b@x.example'], /repeat the option for each further one/],
    [['send', '--to', 'b..c@x.example'], /--to “b\.\.c@x\.example”: the part before the @ .*a dot/],
    [['resolve'], /<name>: it is missing; give short or full name of a server/],
    [['resolve', 'mail', 'smtp'], /resolve “smtp”: this is one value too many/],
    [['resolve', 'http://mail'], /<name> “http:\/\/mail”/],
    [['route', 'no domain'], /<destination>/],
    [['discover', 'corp.example', '--validating-resolver', 'ns'], /--validating-resolver “ns”: .*10\.0\.0\.53/],
    [['discover', 'mail'], /<address> “mail”: this has no domain; .* alice@corp\.example.* --domain/],
    [['discover', 'alice@corp'], /<address> “alice@corp”: this has no domain/],
    [
      ['sign-in', 'alice@corp.example'],
      /password: there is no terminal .* alice@corp\.example; pipe it in, .*--password-stdin/,
    ],
    [['sign-in', '\\alice'], /<user> “\\alice”: something is missing before it/],
    [['completion', 'tcsh'], /<shell> “tcsh”: .*bash, zsh or powershell/],
    [['demo', '--break', 'everything'], /--break “everything”: there is no such fault; waypost demo --help lists all/],
    [['demo', '--break', 'dns'], /--break “dns”: .*perhaps you mean dns-silent, dns-servfail, dns-refused;/],
    [['locate-dc', '--ca', '/nowhere/ca.pem'], /--ca “\/nowhere\/ca\.pem”: there is no such file; check its name/],
    [['locate-dc', '--ca', '/'], /--ca “\/”: .*a directory/],
  ])('%j ends with 2, nothing on stdout, and a fix', async (words, message) => {
    const { code, out, err } = await run(words);
    expect(err).toMatch(message);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('may name a file that is no certificate', async () => {
    const file = join(folder, 'ca.der');
    writeFileSync(file, Buffer.from([0x30, 0x82]));
    expect((await run(['locate-dc', '--ca', file])).err).toMatch(/the file holds no certificate; give one in PEM form/);
    writeFileSync(file, '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n');
    expect((await run(['locate-dc', '--ca', file])).err).toMatch(/this is a private key, which Waypost never needs/);
    writeFileSync(file, '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n');
    expect((await run(['locate-dc', '--ca', file])).err).toMatch(/damaged/);
  });

  it('cannot steer the terminal through the complaint about it', async () => {
    for (const words of [['\u001b[2J'], ['diagnose', '--\u001b[2J'], ['resolve', '\u001b[2J']]) {
      expect((await run(words)).err).not.toContain('\u001b');
    }
  });

  it('is one with an empty password', async () => {
    const { code, out, err } = await run(diagnose(sound), { input: '\n' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/empty; nothing was started/);
  });

  it('is broken into lines on a terminal, and in one line in a file', async () => {
    const words = ['diagnose', '--dns', 'ns.example'];
    expect((await run(words)).err.split('\n')).toHaveLength(3);
    const shown = (await run(words, { isTTY: true })).err.split('\n');
    expect(shown.length).toBeGreaterThan(3);
    for (const line of shown) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe('help and version', () => {
  it.each([[['--help']], [['diagnose', '--help']], [['demo', '--help']]])(
    '%j go to stdout and end with 0',
    async (words) => {
      const { code, out, err } = await run(words);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Usage: waypost');
      for (const line of out.split('\n')) expect(line.includes('waypost ') || line.length <= 120).toBe(true);
    },
  );

  it.each([[['help']], [['help', 'send']]])('%j is help, too', async (words) => {
    const { code, out, err } = await run(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Usage: waypost');
  });

  it.each(['diagnose', 'resolve', 'locate-dc', 'sign-in', 'route', 'send', 'demo'])(
    'of %s has examples and the exit codes',
    async (command) => {
      const { out } = await run([command, '--help']);
      expect(out).toMatch(/\nExamples:\n {2}waypost /);
      expect(out).toContain('\nExit codes: 0 passed, 1 broken, 2 wrong usage, 3 inconclusive, 130 cancelled\n');
    },
  );

  it('shows each command the options that are its own', async () => {
    expect((await run(['sign-in', '--help'])).out).not.toContain('--relay-user');
    expect((await run(['locate-dc', '--help'])).out).toMatch(/--user <name> +the person whose domain it is/);
  });

  it('lists what can be broken in the demo', async () => {
    expect((await run(['demo', '--help'])).out).toMatch(/relay-denied\s+The relay takes no mail for other domains/);
  });

  it('hides test options from the list of commands, and has them in a section of their own', async () => {
    expect((await run(['--help'])).out).not.toContain('--ldaps-port');
    expect((await run(['diagnose', '--help'])).out).toMatch(/Test worlds[\s\S]*--ldaps-port/);
  });
});

describe('a run', () => {
  it.each<[RunOutcome, number]>([
    ['passed', 0],
    ['failed', 1],
    ['inconclusive', 3],
    ['cancelled', 130],
  ])('that is %s ends with %i', async (outcome, code) => {
    expect((await run(diagnose(recordedEvents(soundChain, { outcome })))).code).toBe(code);
  });

  it('prints one report that follows its schema with --json', async () => {
    const { code, out, err } = await run(diagnose(refused, '--json'));
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const report = reportSchema.parse(JSON.parse(out));
    expect(report).toMatchObject({ version: 1, outcome: 'failed', firstFailure: { code: 'smtp.relay-denied' } });
  });

  it('prints each event with --json-lines, and they fold to the same report', async () => {
    const { out } = await run(diagnose(refused, '--json-lines'));
    const events: RunEvent[] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const id = events[0]?.run ?? '';
    expect(events).toEqual(refused.map((event) => ({ ...event, run: id })));
    const { out: whole } = await run(diagnose(refused, '--json'));
    const folded = JSON.parse(JSON.stringify(events.reduce(reduceRun, initialState).report));
    expect({ ...JSON.parse(whole), run: id }).toEqual(folded);
  });

  it('prints plain lines without control characters when nobody looks', async () => {
    const { out } = await run(diagnose(sound));
    expect(out).toMatch(/^mail {4}✓ mail\.corp\.example/);
    expect(out).not.toContain('\u001b');
    expect(out.trimEnd()).toMatch(/\nPassed in 0\.31 s\.$/);
  });

  it('prints the links in the order of the chain, although they finish in another', async () => {
    const [start, ...rest] = sound;
    const byProbe = (name: string) => rest.filter((event) => 'probe' in event && event.probe.startsWith(name));
    const others = rest.filter((event) => !byProbe('dc.').includes(event));
    const { out } = await run(diagnose([...(start ? [start] : []), ...byProbe('dc.'), ...others]));
    expect(
      out
        .split('\n')
        .map((line) => line.split(' ')[0])
        .slice(0, 5),
    ).toEqual(['mail', 'dc', 'user', 'relay', 'message']);
  });

  it('keeps what libraries print out of the output', async () => {
    const { out, err } = await run(diagnose(sound, '--json'));
    expect(out + err).not.toContain('a library says something');
  });

  it('asks for the password on a terminal and shows the tree there', async () => {
    const words = diagnose(sound).filter((word) => word !== '--password-stdin');
    const { code, out, err, modes } = await run(words, { isTTY: true, input: 'secret\r' });
    expect(code).toBe(0);
    expect(err).toBe('Password of alice@corp.example: \n');
    expect(modes).toEqual(['raw', 'cooked']);
    expect(out).toContain('\u001b[?25l');
    expect(out.endsWith('\u001b[?25h')).toBe(true);
    expect(out).not.toContain('secret');
  });

  it('ends before it starts when the prompt is cancelled', async () => {
    const words = diagnose(sound).filter((word) => word !== '--password-stdin');
    const { code, out, modes } = await run(words, { isTTY: true, input: '\u0003' });
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(modes).toEqual(['raw', 'cooked']);
  });

  it('ends at once, and without noise, when nobody reads its output any more', async () => {
    const terminal = fakeTerminal({ engine });
    terminal.type('secret\n');
    const gone = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
    const running = runCli(diagnose(sound.slice(0, 3), '--json-lines'), terminal);
    terminal.stdout.once('data', () => terminal.stdout.emit('error', gone));
    expect(await running).toBe(130);
    expect(terminal.said()).toBe('');
  });

  it('is cancelled by the first Ctrl-C; the second ends the program at once', async () => {
    const terminal = fakeTerminal({ engine });
    terminal.type('secret\n');
    const running = runCli(diagnose(sound.slice(0, 3), '--json-lines'), terminal);
    terminal.stdout.once('data', () => {
      terminal.signals.emit('SIGINT');
      terminal.signals.emit('SIGINT');
    });
    expect(await running).toBe(130);
    expect(terminal.exits).toEqual([130]);
  });
});
