import { constants } from 'node:fs';
import { open, realpath, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { nodeRecorder, type OsRecorder } from '../../src/platform/index.ts';

/** Who can write a file or a folder. */
export interface Guard {
  readonly path: string;
  /** Number of its owner. */
  readonly owner: number;
  /** Permission bits. */
  readonly mode: number;
}

/** A file, and what keeps people from writing it: itself and its folder, also behind symbolic links. */
export interface GuardedFile {
  readonly content: Buffer;
  readonly guards: readonly Guard[];
}

/** What of the machine is looked at. Nothing here rejects. */
export interface PolicyMachine extends Pick<OsRecorder, 'platform' | 'environment' | 'run'> {
  /** Account name of whoever runs the program. */
  readonly user: string;
  /** A file of at most 1 MB. */
  read(path: string): Promise<GuardedFile | 'absent' | 'unreadable' | 'too-large'>;
}

const largest = 1_048_576;

/** The machine that this process runs on. */
export function nodeMachine(): PolicyMachine {
  return { ...nodeRecorder(), user: userInfo().username, read };
}

async function read(path: string): ReturnType<PolicyMachine['read']> {
  try {
    // Without O_NONBLOCK, a FIFO in the place of a file would never open.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const facts = await file.stat();
      if (!facts.isFile()) return 'unreadable';
      if (facts.size > largest) return 'too-large';
      const folders = new Set([dirname(path), dirname(await realpath(path))]);
      const guards = await Promise.all([...folders].map(async (folder) => guardOf(folder, await stat(folder))));
      return { content: await file.readFile(), guards: [guardOf(path, facts), ...guards] };
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unreadable';
  }
}

function guardOf(path: string, { uid, mode }: { readonly uid: number; readonly mode: number }): Guard {
  return { path, owner: uid, mode };
}
