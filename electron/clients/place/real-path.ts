import { lstat, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';

/**
 * Where a file really is or will be, behind symbolic links; null when that is in none of the given folders: a link must
 * not lead a file out of them. Rejects where the system does not tell.
 */
export async function realPathInside(path: string, folders: readonly string[]): Promise<string | null> {
  const [real, ...roots] = await Promise.all([realPathOf(path), ...folders.map(realPathOf)]);
  return real !== null && roots.some((root) => root !== null && isInside(real, root)) ? real : null;
}

/** Of what is not there yet, too; null where a link leads to nothing. */
async function realPathOf(path: string): Promise<string | null> {
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  if (isThere) return realpath(path).catch(() => null);
  const folder = dirname(path);
  const real = folder === path ? null : await realPathOf(folder);
  return real === null ? null : join(real, basename(path));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !/^([A-Za-z]:|\/)/.test(way);
}
