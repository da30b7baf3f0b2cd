import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders for files that another program reads once. */
export interface Scratch {
  /** Makes one that nobody else can look into. → its path */
  make(): Promise<string>;
  /** Removes all of them. */
  clear(): Promise<void>;
}

export function makeScratch(parent = tmpdir()): Scratch {
  const made: string[] = [];
  return {
    async make() {
      const folder = await mkdtemp(join(parent, 'waypost-'));
      made.push(folder);
      return folder;
    },
    async clear() {
      await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
