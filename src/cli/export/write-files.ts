import { randomBytes } from 'node:crypto';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ProfileFile } from '../../clients/index.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Writes the files of a profile into a folder, all or, when one of them is there already, none. Throws UsageError that names
 * it. Returns where they are. With `force` each is replaced in one step; what a link points to is left alone.
 */
export async function writeFiles(
  folder: string,
  files: readonly ProfileFile[],
  force: boolean,
): Promise<readonly string[]> {
  const paths = files.map(({ path }) => join(folder, path));
  if (!force) for (const path of paths) await demandAbsent(path);
  for (const [index, { content, mode }] of files.entries()) {
    const path = paths[index] ?? folder;
    try {
      await mkdir(dirname(path), { recursive: true });
      await (force ? replace(path, content, mode) : writeFile(path, content, { mode, flag: 'wx' }));
    } catch (error) {
      throw new UsageError('--out', path, unwritable(codeOf(error)));
    }
  }
  return paths;
}

async function demandAbsent(path: string): Promise<void> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new UsageError('--out', path, unwritable('EEXIST'));
}

/** The new file takes the old one's name when it is whole. */
async function replace(path: string, content: ProfileFile['content'], mode: number): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(fresh, content, { mode, flag: 'wx' });
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

function unwritable(code: string): string {
  if (code === 'EEXIST') return 'this is there already; give another folder, or --force to replace it';
  if (code === 'ENOTDIR') return 'something on the way is a file; give a folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write there; give another folder';
  return `it cannot be written (${code})`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
