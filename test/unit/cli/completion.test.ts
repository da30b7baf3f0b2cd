import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../../src/cli/run-cli.ts';
import { fakeTerminal } from '../../fakes/fake-terminal.ts';

async function script(shell: string): Promise<string> {
  const terminal = fakeTerminal();
  expect(await runCli(['completion', shell], terminal)).toBe(0);
  return terminal.printed();
}

const commands = [
  'diagnose',
  'resolve',
  'locate-dc',
  'sign-in',
  'route',
  'send',
  'discover',
  'export',
  'demo',
  'completion',
];

describe.runIf(process.platform !== 'win32')('completion in bash', () => {
  let folder = '';
  let file = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'waypost-test-'));
    file = join(folder, 'waypost.bash');
    writeFileSync(file, await script('bash'));
    writeFileSync(join(folder, 'corp ca.pem'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What bash offers for the last of the words. */
  function offered(...words: string[]): string[] {
    const program = `source "$1"; shift
      COMP_WORDS=(waypost "$@"); COMP_CWORD=$#
      _waypost; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const out = execFileSync('bash', ['--norc', '-c', program, 'bash', file, ...words], {
      cwd: folder,
      encoding: 'utf8',
    });
    return out.split('\n').filter((line) => line !== '');
  }

  it('offers every command', () => {
    expect(offered('')).toEqual(expect.arrayContaining(commands));
    expect(offered('dia')).toEqual(['diagnose']);
  });

  it('offers the options of the command', () => {
    expect(offered('diagnose', '--se')).toEqual(['--server', '--search', '--security'].sort(byTable));
    expect(offered('resolve', '--relay')).toEqual([]);
    expect(offered('discover', '--exp')).toEqual(['--explain']);
  });

  it('offers values where there are few', () => {
    expect(offered('send', '--security', '')).toEqual(['implicit', 'starttls']);
    expect(offered('completion', '')).toEqual(expect.arrayContaining(['bash', 'zsh', 'powershell']));
    expect(offered('demo', '--break', 'relay-d')).toEqual(['relay-denied']);
    expect(offered('export', '--client', 'thu')).toEqual(['thunderbird']);
    expect(offered('export', '--language', '')).toEqual(['en', 'de']);
  });

  it('offers files, with blanks in their names too', () => {
    expect(offered('locate-dc', '--ca', 'co')).toEqual(['corp ca.pem']);
    expect(offered('export', '--out', 'co')).toEqual(['corp ca.pem']);
  });

  it('offers nothing where anything may stand', () => {
    expect(offered('diagnose', '--user', '')).toEqual([]);
  });
});

const table = ['--server', '--security', '--search'];
function byTable(a: string, b: string): number {
  return table.indexOf(a) - table.indexOf(b);
}

describe('completion in other shells', () => {
  it.each(['zsh', 'powershell'])('knows every command and option in %s', async (shell) => {
    const text = await script(shell);
    for (const word of [...commands, '--password-stdin', '--approve-domain', 'starttls', 'relay-denied']) {
      expect(text).toContain(word);
    }
  });

  it('has balanced quotes and braces in PowerShell, whatever the descriptions say', async () => {
    const bare = (await script('powershell')).replace(/^#.*$/gm, '').replace(/'(?:[^']|'')*'/g, '');
    expect(bare).not.toContain("'");
    for (const [open, close] of ['{}', '()', '[]']) {
      expect(bare.split(open ?? '').length).toBe(bare.split(close ?? '').length);
    }
  });
});
