import { createHash, randomBytes } from 'node:crypto';
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises';

export type Content = string | Uint8Array;

/** Gives a file its contents in one step; what was there under its name is gone. */
export async function writeWhole(path: string, content: Content, mode: number): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(fresh, content, { mode, flag: 'wx' });
    // The person's mask for new files does not count for one that had its mode already.
    await chmod(fresh, mode);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

export function hashOf(content: Content): string {
  return createHash('sha256').update(content).digest('hex');
}

/** null where there is no file to read. */
export async function hashOfFile(path: string): Promise<string | null> {
  return readFile(path).then(hashOf, () => null);
}
