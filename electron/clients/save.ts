import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ProfileFile } from '../../src/clients/index.ts';

/** More than anybody saves of one client into one folder. */
const mostFolders = 1_000;

/**
 * Writes all files of a profile into a new folder, so that nothing is ever replaced: `thunderbird`, or `thunderbird-2` where
 * that is taken. → its path. Rejects when it cannot be written, and then leaves nothing behind.
 */
export async function saveFiles(parent: string, name: string, files: readonly ProfileFile[]): Promise<string> {
  const folder = await newFolder(parent, name);
  try {
    for (const { path, content, mode } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content, { mode, flag: 'wx' });
    }
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function newFolder(parent: string, name: string): Promise<string> {
  for (let n = 1; n <= mostFolders; n += 1) {
    const folder = join(parent, n === 1 ? name : `${name}-${n}`);
    try {
      await mkdir(folder, { mode: 0o700 });
      return folder;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  throw new Error('the folder is full');
}
