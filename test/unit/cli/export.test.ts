import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { clientNames } from '../../../src/clients/index.ts';
import { toJson } from '../../../src/core/index.ts';
import { type RankedServer, replay } from '../../../src/run/index.ts';
import { fakeTerminal } from '../../fakes/fake-terminal.ts';
import { type RecordedProbe, recordedEvents } from '../../fakes/recorded-run.ts';
import { personProbes, soundChain } from '../../fakes/sample-chain.ts';

let folder = '';
let out = '';
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  count += 1;
  out = join(folder, `out-${count}`);
});

async function exported(...words: readonly string[]) {
  const terminal = fakeTerminal();
  const code = await runCli(['export', ...words], terminal);
  return { code, out: terminal.printed(), err: terminal.said() };
}

const servers = ['--incoming', 'imaps://imap.corp.example', '--outgoing', 'submissions://smtp.corp.example'];
const alice = ['--address', 'alice@corp.example', '--name', 'Alice Example', ...servers];
const neomutt = () => ['--client', 'neomutt', '--out', out];
const muttrc = () => readFileSync(join(out, 'neomuttrc'), 'utf8');

describe('export', () => {
  it('lists the clients, and needs nothing for that', async () => {
    const { code, out: text } = await exported('--list');
    expect(code).toBe(0);
    for (const name of clientNames) expect(text).toMatch(new RegExp(`^${name} +\\S`, 'm'));
  });

  it.each(clientNames)('writes the files for %s, and says what they are and what comes next', async (client) => {
    const { code, out: text, err } = await exported('--client', client, '--out', out, ...alice);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const files = text.split('\n').filter((line) => line.trim().startsWith(out));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(statSync(file.trim()).size).toBeGreaterThan(0);
    expect(text).toMatch(/What to do next:\n {2}- /);
  });

  it.runIf(process.platform !== 'win32')('keeps what it writes from others', async () => {
    await exported('--client', 'aerc', '--out', out, ...alice);
    expect(statSync(join(out, 'accounts.conf')).mode & 0o777).toBe(0o600);
  });

  it('never replaces a file, but names it and says how', async () => {
    await exported(...neomutt(), ...alice);
    const again = await exported(...neomutt(), ...alice, '--name', 'Other');
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/neomuttrc”: this is there already; .*--force/);
    expect(muttrc()).toContain("'Alice Example'");
    expect((await exported(...neomutt(), ...alice, '--name', 'Other', '--force')).code).toBe(0);
    expect(muttrc()).toContain("'Other'");
    expect(readdirSync(out)).toEqual(['neomuttrc']);
  });

  it('writes none of several files when one of them is there', async () => {
    mkdirSync(out);
    writeFileSync(join(out, 'folderlist.xml'), 'mine');
    expect((await exported('--client', 'claws', '--out', out, ...alice)).code).toBe(2);
    expect(readdirSync(out)).toEqual(['folderlist.xml']);
  });

  it.runIf(process.platform !== 'win32')('follows no link: what it points to stays as it is', async () => {
    mkdirSync(out);
    const target = join(folder, `target-${count}`);
    writeFileSync(target, 'mine');
    symlinkSync(target, join(out, 'neomuttrc'));
    expect((await exported(...neomutt(), ...alice)).code).toBe(2);
    expect((await exported(...neomutt(), ...alice, '--force')).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  it('says where it may not write', async () => {
    writeFileSync(out, 'a file');
    expect((await exported(...neomutt(), ...alice)).err).toMatch(/give (a|another) folder/);
  });

  it.each<[string[], RegExp]>([
    [[], /--client: give one of thunderbird, outlook, apple, /],
    [['--client', 'pine'], /--client “pine”: give one of/],
    [['--client', 'constructor'], /--client “constructor”: give one of/],
    [['--client', 'mutt'], /--out: say which folder/],
    [['--client', 'mutt', '--out', 'x'], /--address: say whose account it is/],
    [['--client', 'mutt', '--out', 'x', '--address', 'alice@corp.example'], /--outgoing: no server for outgoing mail/],
    [['--client', 'mutt', '--out', 'x', '--incoming', 'http://a.example'], /--incoming .*begin with imaps:\/\//],
    [['--client', 'mutt', '--out', 'x', '--outgoing', 'smtp.corp.example'], /--outgoing .*submissions:\/\//],
    [['--client', 'mutt', '--out', 'x', '--outgoing', 'smtp://a%zz@h.example'], /percent sign .* %25/],
    [['--client', 'mutt', '--out', 'x', '--outgoing', 'smtp://a;AUTH=X@h.example'], /after ;AUTH= give one of PLAIN, /],
    [['--client', 'mutt', '--out', 'x', '--language', 'fr'], /--language “fr”: give en or de/],
    [['--client', 'mutt', '--out', 'x', '--sign-key', 'k'], /--sign-key: only the profile of --client apple/],
    [['--client', 'apple', '--out', 'x', '--sign-key', 'k'], /--sign-certificate: give the certificate/],
    [['--client', 'mutt', '--out', 'x', '--from', '/nowhere.json'], /--from .*cannot be read/],
    [['--client', 'mutt', '--out', 'x', '--from', '/'], /--from .*cannot be read/],
  ])('ends with 2 and a fix for %j', async (words, message) => {
    const { code, out: text, err } = await exported(...words);
    expect(err).toMatch(message);
    expect({ code, out: text }).toEqual({ code: 2, out: '' });
  });

  it('refuses a password in a URL, and does not repeat it', async () => {
    for (const url of ['smtp://alice:hunter2@smtp.corp.example', 'smtp://alice:hunter2@smtp.corp.example/x']) {
      const { code, err } = await exported(...neomutt(), '--address', 'alice@corp.example', '--outgoing', url);
      expect(code).toBe(2);
      expect(err).not.toContain('hunter2');
    }
  });

  it('says in words which value a client cannot hold, and writes nothing', async () => {
    const { code, err } = await exported('--client', 'outlook', '--out', out, ...alice, '--name', '100 % Alice');
    expect(code).toBe(2);
    expect(err).toMatch(/Outlook \(classic\) cannot hold this value of “name”/);
    expect(() => statSync(out)).toThrow();
  });

  it('takes user names, ports and ways to sign in from the URLs', async () => {
    const outgoing = ['--outgoing', 'submission://CORP%5Calice;AUTH=GSSAPI@smtp.corp.example:10587'];
    await exported(...neomutt(), ...alice, ...outgoing);
    expect(muttrc()).toContain("set smtp_url = 'smtp://CORP%5Calice@smtp.corp.example:10587'");
    expect(muttrc()).toContain("set smtp_authenticators = 'gssapi'");
    expect(muttrc()).toContain("set imap_user = 'alice@corp.example'");
  });

  it('draws the code for a phone where there are characters for it', async () => {
    const { out: text } = await exported('--client', 'android', '--out', out, ...alice);
    expect(text).toMatch(/[▀▄█]{10}/);
    const terminal = fakeTerminal({ env: { LANG: 'C' } });
    await runCli(['export', '--client', 'android', '--out', `${out}-ascii`, ...alice], terminal);
    expect(terminal.printed()).toMatch(/^[ -~\n]*$/);
  });
});

describe('export from a run', () => {
  const ranked = (different: Partial<RankedServer>): RankedServer => ({
    service: 'imap',
    host: 'imap.corp.example',
    port: 993,
    security: 'implicit',
    authentication: ['password'],
    user: null,
    url: null,
    sources: [],
    approved: 'the sign-in name',
    verified: true,
    verdict: 'chosen',
    reason: 'best-trust',
    ...different,
  });
  const sources = { directory: null, dns: null, autoconfig: null, pacc: null, autodiscover: null, provider: null };
  const withServers = (...all: readonly RankedServer[]): RecordedProbe => ({
    id: 'settings.rank',
    chain: {
      settings: { address: 'alice@corp.example', domain: 'corp.example', ...sources, commonNames: null, servers: all },
    },
  });
  const reportOf = (...more: readonly RecordedProbe[]): string =>
    toJson(replay(recordedEvents([...soundChain, ...more])));
  const saved = (text: string): readonly string[] => {
    const file = join(folder, `saved-${count}.json`);
    writeFileSync(file, text);
    return ['--from', file];
  };
  const rejected = ranked({ host: 'evil.example', verdict: 'rejected' });
  const submission = ranked({ service: 'submission', host: 'smtp.corp.example', port: 465 });
  const found = withServers(rejected, ranked({}), submission);

  it('takes the chosen servers of a report, and the person of the directory', async () => {
    const discovered = toJson(replay(recordedEvents([...personProbes, found])));
    const { code, err } = await exported(...neomutt(), ...saved(discovered));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(muttrc()).toContain("set folder = 'imaps://imap.corp.example:993/'");
    expect(muttrc()).toContain('@smtp.corp.example:465');
    expect(muttrc()).toContain("set realname = 'Alice Smith'");
    expect(muttrc()).not.toContain('evil.example');
  });

  it('takes the events of a run, too, even if the last line is cut', async () => {
    const lines = recordedEvents([...soundChain, found]).map((event) => `${toJson(event)}\n`);
    expect((await exported(...neomutt(), ...saved(lines.join('').slice(0, -5)))).code).toBe(0);
    expect(muttrc()).toContain("set folder = 'imaps://imap.corp.example:993/'");
  });

  it('puts what the person says before what the run found', async () => {
    const given = ['--name', 'Alice at Work', '--outgoing', 'smtps://relay.corp.example'];
    await exported(...neomutt(), ...saved(reportOf(found)), ...given);
    expect(muttrc()).toContain("set realname = 'Alice at Work'");
    expect(muttrc()).toContain('@relay.corp.example:465');
  });

  it('writes nothing with a server that nobody has approved, and says how to approve it', async () => {
    const hosted = withServers(
      ranked({ host: 'imap.hoster.example', approved: null, toApprove: 'hoster.example' }),
      submission,
    );
    const { code, err } = await exported(...neomutt(), ...saved(reportOf(hosted)));
    expect(code).toBe(2);
    expect(err).toMatch(/imap\.hoster\.example.*--approve-domain hoster\.example/s);
    expect(() => muttrc()).toThrow('ENOENT');
    const said = ['--incoming', 'imaps://imap.hoster.example'];
    expect((await exported(...neomutt(), ...saved(reportOf(hosted)), ...said)).code).toBe(0);
  });

  it('takes the relay that has accepted the sign-in before one that is only published', async () => {
    await exported(...neomutt(), ...saved(reportOf(found)));
    expect(muttrc()).toContain('@mail.corp.example:587');
  });

  it('takes the relay that a run has proved where no settings were looked for', async () => {
    await exported('--client', 'msmtp', '--out', out, ...saved(reportOf()));
    expect(readFileSync(join(out, 'msmtprc'), 'utf8')).toContain('host mail.corp.example\n');
  });

  it('never takes a server without TLS', async () => {
    const plain = ranked({ service: 'submission', host: 'plain.corp.example', security: 'plain', port: 25 });
    const onlyPlain = toJson(replay(recordedEvents([withServers(plain)])));
    const { code, err } = await exported(...neomutt(), ...saved(onlyPlain));
    expect(code).toBe(2);
    expect(err).toMatch(/--outgoing: no server for outgoing mail is known/);
  });

  it('is refused for a report whose values belong in no file', async () => {
    const hostile = { id: 'directory.account', chain: { account: { displayName: 'A\nset sendmail = evil' } } };
    const { code, err } = await exported(...neomutt(), ...saved(reportOf(found, hostile)));
    expect(code).toBe(2);
    expect(err).toMatch(/“name”/);
    expect(() => statSync(out)).toThrow();
  });

  it.each(['', '{}', '[]', 'null', '{"__proto__": {"version": 1}}', 'From: someone', '{"version": 2}'])(
    'is refused for %j, which is no report',
    async (text) => {
      expect((await exported(...neomutt(), ...saved(text))).err).toMatch(/--from .*--json or --json-lines/);
    },
  );

  it('is refused for JSON of 100,000 levels', async () => {
    const levels = 100_000;
    const deep = `{"version":1,"chain":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect((await exported(...neomutt(), ...saved(deep))).err).toMatch(/--from .*--json or --json-lines/);
  });
});
