import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileToPlace } from '../place/index.ts';
import { filesInPlace } from './places.ts';
import type { Way } from './way.ts';

/** Geary: a folder for each account, numbered. A new one gets the next number. */
export const geary: Way = {
  processes: ['geary'],
  keepsOthers: async () => true,
  async plan({ profile, installed }) {
    const folder = join(installed.config, 'geary');
    const files = await Promise.all(
      filesInPlace(profile, installed).map(async (file) => ({
        ...file,
        rewritten: true,
        path: await freePath(folder, file),
      })),
    );
    return { files, own: null, start: installed.command };
  },
};

/** Where these very settings are already, or else where no account is yet. */
async function freePath(folder: string, { content }: FileToPlace): Promise<string> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^account_\d+$/.test(name));
  const paths = names.map((name) => join(folder, name, 'geary.ini'));
  for (const path of paths) if ((await readFile(path, 'utf8').catch(() => '')) === content) return path;
  const highest = Math.max(0, ...names.map((name) => Number(name.slice('account_'.length))));
  return join(folder, `account_${String(highest + 1).padStart(2, '0')}`, 'geary.ini');
}
