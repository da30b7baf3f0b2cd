import { cp, mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
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
 * Takes back what was placed, or nothing where somebody has changed one of the files since. → the folder that has what the
 * client has made of it meanwhile, or an empty text; or what is in the way.
 */
export async function undoPlacing(backup: string, manifest: Manifest): Promise<Result<string, NotTakenBack>> {
  const { own, files } = manifest;
  const shared = files.filter(({ path }) => own === null || !path.startsWith(`${own}${sep}`));
  for (const file of shared) {
    if (!file.rewritten && (await stateOf(file, backup)) === 'changed')
      return err({ reason: 'changed', detail: file.path });
  }
  let path = own ?? backup;
  try {
    const folder = join(backup, 'put-aside');
    const aside = own === null ? '' : await putAside(own, folder);
    for (const file of files) {
      path = file.path;
      if (file.rewritten && (await stateOf(file, backup)) === 'changed') await copyAside(file, folder);
    }
    path = backup;
    await takeBack(backup, manifest);
    return ok(aside === '' && (await isThere(folder)) ? folder : aside);
  } catch (error) {
    return err({ reason: 'cannot-write', detail: `${codeOf(error)} ${path}` });
  }
}

/** Of the files, those that no person has changed; and the folders that are empty then. */
export async function takeBack(backup: string, manifest: Manifest): Promise<void> {
  for (const file of [...manifest.files].reverse()) {
    const state = await stateOf(file, backup);
    if (state === 'before' || (state === 'changed' && !file.rewritten)) continue;
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
    if (codeOf(error) === 'ENOENT') return '';
    if (codeOf(error) !== 'EXDEV') throw error;
    await cp(folder, aside, { recursive: true, errorOnExist: true, force: false, verbatimSymlinks: true });
    await rm(folder, { recursive: true });
  }
  return aside;
}

async function copyAside({ path }: PlacedFile, folder: string): Promise<void> {
  if (!(await isThere(path))) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await cp(path, join(folder, basename(path)));
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
