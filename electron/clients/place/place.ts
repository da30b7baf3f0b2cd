import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ClientName } from '../../../src/clients/index.ts';
import { err, ok, type Result } from '../../../src/core/index.ts';
import { codeOf } from './code-of.ts';
import { type Manifest, writeManifest } from './manifest.ts';
import { realPathInside } from './real-path.ts';
import { takeBack } from './take-back.ts';
import { type Content, hashOf, hashOfFile, writeWhole } from './write-whole.ts';

export interface FileToPlace {
  readonly path: string;
  readonly content: Content;
  readonly mode: number;
  /** Whether the client writes it anew by itself; it is then put aside when it is taken back, whatever is in it. */
  readonly rewritten?: boolean;
}

export interface Placing {
  readonly client: ClientName;
  readonly files: readonly FileToPlace[];
  /** A new folder that the client shall have for its own: some of the files are in it. */
  readonly own: string | null;
  /** Folders that nothing may be written outside of. */
  readonly inside: readonly string[];
}

export interface Placed {
  /** Whether there is anything to take back. */
  readonly changed: boolean;
  /** How many files were there before, with other contents. */
  readonly replaced: number;
}

/** `left-behind`: not even what was written until then could be taken back; copies are in the folder `detail`. */
export interface NotPlaced {
  readonly reason: 'leads-outside' | 'cannot-write' | 'left-behind';
  /** A path, and before it, for `cannot-write`, the system's word for what went wrong. */
  readonly detail: string;
}

/**
 * Puts files where a client looks for them, and keeps what was there before. All of them or none: where one cannot be written,
 * the others are taken back. → or what is in the way.
 *
 * @param backup a folder that is not there yet
 */
export async function placeFiles(placing: Placing, backup: string): Promise<Result<Placed, NotPlaced>> {
  const { client, inside } = placing;
  const own = placing.own === null ? null : await realPathInside(placing.own, inside);
  const manifest: Manifest = { version: 1, client, at: new Date().toISOString(), files: [], made: [], own };
  const files: FileToPlace[] = [];
  for (const file of placing.files) {
    const real = await realPathInside(file.path, inside);
    if (real === null) return err({ reason: 'leads-outside', detail: file.path });
    if ((await hashOfFile(real)) !== hashOf(file.content)) files.push({ ...file, path: real });
  }
  if (files.length === 0) return ok({ changed: false, replaced: 0 });
  let path = backup;
  try {
    await mkdir(dirname(backup), { recursive: true, mode: 0o700 });
    await mkdir(backup, { mode: 0o700 });
    for (const file of files) {
      path = file.path;
      const before = await keep(file.path, backup, `${manifest.files.length}`);
      manifest.files.push({ path, hash: hashOf(file.content), rewritten: file.rewritten ?? false, before });
    }
    path = backup;
    // Before anything is changed: a crash must not leave a change that nobody can take back.
    await writeManifest(backup, manifest);
    for (const file of files) {
      path = file.path;
      await makeFolders(dirname(path), manifest.made);
      await writeWhole(path, file.content, file.mode);
    }
    await writeManifest(backup, manifest);
    return ok({ changed: true, replaced: manifest.files.filter(({ before }) => before !== null).length });
  } catch (error) {
    const isBack = await takeBack(backup, manifest).then(
      () => true,
      () => manifest.files.length === 0,
    );
    return err(
      isBack
        ? { reason: 'cannot-write', detail: `${codeOf(error)} ${path}` }
        : { reason: 'left-behind', detail: backup },
    );
  }
}

/** A copy of what is there. Rejects where it cannot be read: what cannot be kept is not replaced. */
async function keep(path: string, backup: string, kept: string): Promise<Manifest['files'][number]['before']> {
  const facts = await stat(path).catch((error) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (facts === null) return null;
  await writeWhole(join(backup, kept), await readFile(path), 0o600);
  return { kept, mode: facts.mode & 0o777 };
}

async function makeFolders(folder: string, made: string[]): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
    made.push(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT') throw error;
    await makeFolders(dirname(folder), made);
    await makeFolders(folder, made);
  }
}
