import { cp, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { err, ok, type Result } from '../../../src/core/index.ts';
import { codeOf } from './code-of.ts';
import { dropManifest, type Manifest } from './manifest.ts';
import { hashOfFile, writeWhole } from './write-whole.ts';

/** `changed`: a file, and nothing was taken back. `cannot-write`: the system's word and a path; it can be tried once more. */
export interface NotTakenBack {
  readonly reason: 'changed' | 'cannot-write';
  readonly detail: string;
}

type PlacedFile = Manifest['files'][number];

/**
 * Takes back what was placed, or nothing where somebody has changed one of the files since. → where the client's own folder
 * was put aside with whatever the client has put there, or an empty text; or what is in the way.
 */
export async function undoPlacing(backup: string, manifest: Manifest): Promise<Result<string, NotTakenBack>> {
  const { own, files } = manifest;
  const shared = files.filter(({ path }) => own === null || !path.startsWith(`${own}${sep}`));
  for (const file of shared) {
    if ((await stateOf(file, backup)) === 'changed') return err({ reason: 'changed', detail: file.path });
  }
  let path = own ?? backup;
  try {
    const aside = own === null ? '' : await putAside(own, join(backup, 'put-aside'));
    path = backup;
    await takeBack(backup, manifest);
    return ok(aside);
  } catch (error) {
    return err({ reason: 'cannot-write', detail: `${codeOf(error)} ${path}` });
  }
}

/** Of the files, those that nobody has changed; and the folders that are empty then. */
export async function takeBack(backup: string, manifest: Manifest): Promise<void> {
  for (const file of [...manifest.files].reverse()) {
    if ((await stateOf(file, backup)) !== 'placed') continue;
    const { path, before } = file;
    if (before === null) await rm(path, { force: true });
    else await writeWhole(path, await readFile(join(backup, before.kept)), before.mode);
  }
  for (const folder of [...manifest.made].reverse()) await rmdir(folder).catch(() => {});
  await dropManifest(backup, manifest);
  if ((await readdir(backup)).length === 0) await rmdir(backup);
}

/** `before`: as it was before it was placed, so that one that was taken back already is in nobody's way. */
async function stateOf({ path, hash, before }: PlacedFile, backup: string): Promise<'placed' | 'before' | 'changed'> {
  const now = await hashOfFile(path);
  if (now === hash) return 'placed';
  if (before !== null)
    return now !== null && now === (await hashOfFile(join(backup, before.kept))) ? 'before' : 'changed';
  return (await isThere(path)) ? 'changed' : 'before';
}

/** → where it is now, or an empty text where there was none. */
async function putAside(folder: string, aside: string): Promise<string> {
  try {
    await rename(folder, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return (await isThere(aside)) ? aside : '';
    if (codeOf(error) !== 'EXDEV') throw error;
    await cp(folder, aside, { recursive: true, errorOnExist: true, force: false, verbatimSymlinks: true });
    await rm(folder, { recursive: true });
  }
  return aside;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
