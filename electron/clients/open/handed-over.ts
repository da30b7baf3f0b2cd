import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Profile } from '../../../src/clients/index.ts';
import type { Way } from './way.ts';

/** Outlook reads a profile when it starts, and adds it to those that it has. */
export const outlook: Way = {
  processes: ['OUTLOOK.EXE'],
  keepsOthers: async () => true,
  async plan({ profile, installed, scratch }) {
    const file = await handOver(profile, '.prf', await scratch());
    return { files: [], own: null, start: [...installed.command, '/importprf', file] };
  },
};

/** macOS shows the profile in its settings, where the person installs it, or does not. */
export const apple: Way = {
  processes: [],
  keepsOthers: async () => true,
  async plan({ profile, installed, scratch }) {
    const file = await handOver(profile, '.mobileconfig', await scratch());
    return { files: [], own: null, start: [...installed.command, file] };
  },
};

/** Writes the file of a profile that a program reads. → its path */
export async function handOver({ files }: Profile, ending: string, folder: string): Promise<string> {
  const file = files.find(({ path }) => path.endsWith(ending));
  if (file === undefined) throw new Error(`a profile without a file for ${ending}`);
  const path = join(folder, file.path);
  await writeFile(path, file.content, { mode: 0o600, flag: 'wx' });
  return path;
}
