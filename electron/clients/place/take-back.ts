import { cp, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { err, ok, type Result } from '../../../src/core/index.ts';
import { codeOf } from './code-of.ts';
import { dropManifest, type Manifest } from './manifest.ts';
import { hashOfFile, writeWhole } from './write-whole.ts';

/**
 * Takes back what was placed, or nothing where somebody has changed one of the files since. → where the client's own folder
 * was put aside with whatever the client has put there, or an empty text; or what is in the way.
 */
export async function undoPlacing(backup: string, manifest: Manifest): Promise<Result<string, string>> {
  const { own, files } = manifest;
  const shared = files.filter(({ path }) => own === null || !path.startsWith(`${own}${sep}`));
  for (const { path, hash } of shared) if ((await hashOfFile(path)) !== hash) return err(path);
  let path = own ?? backup;
  try {
    const aside = own === null ? '' : await putAside(own, join(backup, 'put-aside'));
    path = backup;
    await takeBack(backup, manifest);
    return ok(aside);
  } catch (error) {
    return err(`${codeOf(error)} ${path}`);
  }
}

/** Of the files, those that nobody has changed; and the folders that are empty then. */
export async function takeBack(backup: string, manifest: Manifest): Promise<void> {
  for (const { path, hash, before } of [...manifest.files].reverse()) {
    if ((await hashOfFile(path)) !== hash) continue;
    if (before === null) await rm(path, { force: true });
    else await writeWhole(path, await readFile(join(backup, before.kept)), before.mode);
  }
  for (const folder of [...manifest.made].reverse()) await rmdir(folder).catch(() => {});
  await dropManifest(backup, manifest);
  if ((await readdir(backup)).length === 0) await rmdir(backup);
}

/** → where it is now, or an empty text where there was none any more. */
async function putAside(folder: string, aside: string): Promise<string> {
  try {
    await rename(folder, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    if (codeOf(error) !== 'EXDEV') throw error;
    await cp(folder, aside, { recursive: true, errorOnExist: true, force: false, verbatimSymlinks: true });
    await rm(folder, { recursive: true });
  }
  return aside;
}
