import { access, mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export type Stored =
  | { readonly state: 'absent' }
  | { readonly state: 'damaged' }
  | { readonly state: 'there'; readonly value: unknown };

/** The JSON in a file, not yet believed. */
export async function readStored(path: string): Promise<Stored> {
  try {
    return { state: 'there', value: JSON.parse(await readFile(path, 'utf8')) };
  } catch (error) {
    return { state: error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'absent' : 'damaged' };
  }
}

/** Puts a new file in the place of the old one, so that a crash leaves one of the two, whole. */
export async function writeStored(path: string, value: unknown): Promise<void> {
  await rename(await writeBeside(path, value), path);
}

/** The same for what must not be found again: the old contents are overwritten where they lie before the new ones take their place. */
export async function shredThenWrite(path: string, value: unknown): Promise<void> {
  const fresh = await writeBeside(path, value);
  await overwrite(path);
  await rename(fresh, path);
}

async function writeBeside(path: string, value: unknown): Promise<string> {
  const fresh = `${path}.new`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return fresh;
}

async function overwrite(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const { size } = await file.stat();
    await file.write(Buffer.alloc(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a file that makes no sense aside, as `settings.damaged-1.json`. → its new name */
export async function keepDamaged(folder: string, name: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const aside = `${name}.damaged-${n}.json`;
    if (await isThere(join(folder, aside))) continue;
    await rename(join(folder, `${name}.json`), join(folder, aside));
    return aside;
  }
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
