import { readFile } from 'node:fs/promises';
import { basename, isAbsolute, join } from 'node:path';
import type { ClientName } from '../../../src/clients/index.ts';
import type { Computer } from '../computer.ts';
import { askVersion, versionBeside } from './ask-version.ts';
import { readDesktopEntry } from './desktop-entry.ts';
import { beginningOf, findProgram, isProgram } from './find-program.ts';
import type { Installed } from './installed.ts';

interface Program {
  readonly name: string;
  /** Ids of its entry in the desktop's menu. */
  readonly entries: readonly string[];
  /** How it is asked for its version; null: a file beside it tells. */
  readonly flag: '--version' | '-v' | null;
}

export const unixPrograms: Partial<Record<ClientName, Program>> = {
  thunderbird: {
    name: 'thunderbird',
    entries: ['thunderbird', 'org.mozilla.Thunderbird', 'net.thunderbird.Thunderbird', 'thunderbird_thunderbird'],
    flag: null,
  },
  evolution: { name: 'evolution', entries: ['org.gnome.Evolution', 'evolution'], flag: '--version' },
  kmail: { name: 'kmail', entries: ['org.kde.kmail2', 'org.kde.kmail'], flag: '--version' },
  claws: { name: 'claws-mail', entries: ['org.claws_mail.Claws-Mail', 'claws-mail'], flag: '--version' },
  geary: { name: 'geary', entries: ['org.gnome.Geary'], flag: '--version' },
  mutt: { name: 'mutt', entries: [], flag: '-v' },
  neomutt: { name: 'neomutt', entries: [], flag: '-v' },
  aerc: { name: 'aerc', entries: [], flag: '-v' },
  msmtp: { name: 'msmtp', entries: [], flag: '--version' },
  himalaya: { name: 'himalaya', entries: [], flag: '--version' },
};

/** A program that can be started by its name, or else one that only the desktop's menu knows; null when there is neither. */
export async function findOnUnix(program: Program, computer: Computer): Promise<Installed | null> {
  const path = await findProgram(program.name, computer.env['PATH'] ?? '');
  const snap = path === null ? null : await snapBehind(path, program.name);
  if (snap !== null && (await isProgram(snap))) return inSnap(snap, program.name, computer);
  if (path !== null && snap === null) return native([path], program, computer);
  for (const folder of menuFolders(computer)) {
    for (const entry of program.entries) {
      const found = await findInMenu(join(folder, `${entry}.desktop`), program, computer);
      if (found !== null) return found;
    }
  }
  return null;
}

async function findInMenu(file: string, program: Program, computer: Computer): Promise<Installed | null> {
  const entry = readDesktopEntry(await readFile(file, 'utf8').catch(() => ''));
  if (entry === null) return null;
  if (entry.flatpak !== null) return inFlatpak(entry.flatpak, computer);
  const [start = '', ...words] = entry.words;
  return isAbsolute(start) && (await isProgram(start)) ? native([start, ...words], program, computer) : null;
}

async function native(command: Installed['command'], { name, flag }: Program, computer: Computer): Promise<Installed> {
  const [path] = command;
  const version = flag === null ? await versionBeside(path, name) : await askVersion(path, flag, computer);
  return { command, version, home: computer.home, config: configOf(computer) };
}

/** A Flatpak sees a folder of its own behind each of the person's (Flatpak, "Sandbox Permissions"). */
async function inFlatpak(id: string, { home, env }: Computer): Promise<Installed | null> {
  const flatpak = await findProgram('flatpak', env['PATH'] ?? '');
  if (flatpak === null || !/^[\w.-]+$/.test(id)) return null;
  const own = join(home, '.var', 'app', id);
  return { command: [flatpak, 'run', id], version: '', home: own, config: join(own, 'config') };
}

/**
 * The snap that a program is or hands over to, null for any other: some packages of Ubuntu are nothing but a script that starts
 * the snap of the same name, or says that there is none.
 */
async function snapBehind(path: string, name: string): Promise<string | null> {
  if (isOfSnap(path)) return path;
  const text = await beginningOf(path);
  if (!text.startsWith('#!')) return null;
  const words = [...text.matchAll(/^\s*exec\s+"?([^\s"]+)/gm)].map(([, word = '']) => word);
  return words.find((word) => isOfSnap(word) && basename(word) === name) ?? null;
}

/** snapd puts the programs of all snaps into one folder, which some systems have elsewhere. */
function isOfSnap(path: string): boolean {
  return /\/snap\/bin\/[^/]+$/.test(path);
}

/** What a snap keeps for all of its versions. */
function inSnap(path: string, name: string, { home }: Computer): Installed {
  const own = join(home, 'snap', name, 'common');
  return { command: [path], version: '', home: own, config: join(own, '.config') };
}

function configOf({ home, env }: Computer): string {
  const { XDG_CONFIG_HOME: given = '' } = env;
  return isAbsolute(given) ? given : join(home, '.config');
}

/** The person's own entries go before the system's (XDG Base Directory Specification). */
function menuFolders({ home, env }: Computer): readonly string[] {
  const { XDG_DATA_HOME: own = '', XDG_DATA_DIRS: shared = '' } = env;
  const folders = [
    isAbsolute(own) ? own : join(home, '.local', 'share'),
    ...(shared === '' ? ['/usr/local/share', '/usr/share'] : shared.split(':')),
  ];
  return folders.filter(isAbsolute).map((folder) => join(folder, 'applications'));
}
