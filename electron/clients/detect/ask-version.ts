import { execFile } from 'node:child_process';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Computer } from '../computer.ts';

const mostCharacters = 4_096;
const longestVersion = 40;

/** What a program answers to `--version` or the like; empty where it says nothing in time. */
export function askVersion(program: string, flag: string, { env, home, patience }: Computer): Promise<string> {
  return new Promise((resolve) => {
    const options = { env, cwd: home, timeout: patience.version, killSignal: 'SIGKILL', maxBuffer: 1_048_576 } as const;
    const child = execFile(program, [flag], options, (error, said) => resolve(error ? '' : versionIn(said)));
    // One that waits for input would otherwise sit there until its time is up.
    child.stdin?.end();
  });
}

/** `msmtp version 1.8.23`, `NeoMutt 20220429`, `himalaya v1.0.0 +imap`. */
function versionIn(said: string): string {
  return /\b[vV]?(\d[\w.+~-]*)/.exec(said.slice(0, mostCharacters))?.[1]?.slice(0, longestVersion) ?? '';
}

/**
 * The version of a program of Mozilla's, from the file that lies beside it, or where Unix keeps a program whose starter is in
 * `bin`. It is not asked itself: some starters put the profiles of older versions in order at every start.
 */
export async function versionBeside(program: string, name: string): Promise<string> {
  const folder = dirname(await realpath(program).catch(() => program));
  const folders = [folder, join(folder, '..', 'lib', name), join(folder, '..', 'lib64', name)];
  for (const place of [...folders, join(folder, '..', 'Resources')]) {
    const text = await readFile(join(place, 'application.ini'), 'utf8').catch(() => '');
    const version = /^Version=(\d[\w.+~-]*)/m.exec(text.slice(0, mostCharacters))?.[1];
    if (version !== undefined) return version.slice(0, longestVersion);
  }
  return '';
}
