import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of the history, as the system tells of it. */
export interface KeptFile {
  readonly run: string;
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, of the last event. */
  readonly changedAt: number;
}

const suffix = '.ndjson';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Where the events of a run are; null for what is no id of ours: nothing from outside becomes a path. */
export function pathOf(folder: string, run: string): string | null {
  return uuid.test(run) ? join(folder, `${run}${suffix}`) : null;
}

/** The files of the history, newest first. What else lies in the folder is left alone. */
export async function filesIn(folder: string): Promise<readonly KeptFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(names.map((name) => fileOf(folder, name)));
  return files.filter((file): file is KeptFile => file !== null).sort((a, b) => b.changedAt - a.changedAt);
}

async function fileOf(folder: string, name: string): Promise<KeptFile | null> {
  const run = name.endsWith(suffix) ? name.slice(0, -suffix.length) : '';
  const path = pathOf(folder, run);
  if (path === null) return null;
  try {
    const { size, mtimeMs } = await stat(path);
    return { run, path, size, changedAt: mtimeMs };
  } catch {
    return null;
  }
}

export async function removeFiles(files: readonly Pick<KeptFile, 'path'>[]): Promise<void> {
  await Promise.all(files.map(({ path }) => rm(path, { force: true })));
}
