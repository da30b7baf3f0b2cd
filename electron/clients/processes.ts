import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Computer } from './computer.ts';

/** Milliseconds for the system's own list of processes. */
const patience = 3_000;
/** The kernel tells no more of a name. */
const longestName = 15;

/** Whether this person runs a program of one of these names for one of these folders. What cannot be found out counts as no. */
export async function isRunning(
  names: readonly string[],
  homes: readonly string[],
  { platform, run }: Pick<Computer, 'platform' | 'run'>,
): Promise<boolean> {
  if (platform === 'linux') return runsOnLinux(names, homes);
  const output =
    platform === 'win32'
      ? await run('tasklist.exe', ['/FO', 'CSV', '/NH'], { timeout: patience })
      : await run('ps', ['-xo', 'comm='], { timeout: patience });
  const there = (output ?? '').split(/\r?\n/).map((line) => nameIn(line).toLowerCase());
  return names.some((name) => there.includes(name.toLowerCase()));
}

/** `"OUTLOOK.EXE","4711",…` or `/Applications/Thunderbird.app/Contents/MacOS/thunderbird`. */
function nameIn(line: string): string {
  return /^"([^"]*)"/.exec(line)?.[1] ?? line.trim().split('/').at(-1) ?? '';
}

async function runsOnLinux(names: readonly string[], homes: readonly string[]): Promise<boolean> {
  const short = names.map((name) => name.slice(0, longestName));
  const ids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(ids.map((id) => worksHere(join('/proc', id), short, homes)));
  return found.includes(true);
}

/** One that was started for another folder is in nobody's way. */
async function worksHere(folder: string, names: readonly string[], homes: readonly string[]): Promise<boolean> {
  try {
    const name = (await readFile(join(folder, 'comm'), 'utf8')).trimEnd();
    if (!names.includes(name) || (await stat(folder)).uid !== process.getuid?.()) return false;
    const environment = (await readFile(join(folder, 'environ'), 'utf8')).split('\0');
    const itsHome = environment.find((entry) => entry.startsWith('HOME='));
    return itsHome === undefined || homes.some((home) => itsHome === `HOME=${home}`);
  } catch {
    return false;
  }
}
