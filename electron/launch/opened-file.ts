import { readFile, stat } from 'node:fs/promises';
import type { Whole } from '../opened/index.ts';

/** As in the contract: a file with more is no report. */
const mostBytes = 67_108_864;

export interface OpenedFile {
  /** The program was asked to open another file. */
  set(path: string): void;
  /** Tells when that happens. */
  onSet(take: () => void): void;
  isThere(): boolean;
  /** Which it is and what is in it, or null when there is none. Never rejects. */
  read(readOpened: (text: string) => Whole): Promise<{ readonly file: string; readonly opened: Whole } | null>;
}

/** The file that the program was opened with last. */
export function openedFile(first: string | null, most = mostBytes): OpenedFile {
  let path = first;
  let tell = () => {};
  return {
    set(next) {
      path = next;
      tell();
    },
    onSet(take) {
      tell = take;
    },
    isThere: () => path !== null,
    async read(readOpened) {
      if (path === null) return null;
      const file = path;
      const text = await textOf(file, most);
      return { file, opened: typeof text === 'string' ? readOpened(text) : text };
    },
  };
}

async function textOf(path: string, most: number): Promise<string | Whole> {
  try {
    const found = await stat(path);
    // A pipe or a device has no end.
    if (!found.isFile()) return { kind: 'unreadable', reason: 'not-ours' };
    return found.size > most ? { kind: 'unreadable', reason: 'too-large' } : await readFile(path, 'utf8');
  } catch (error) {
    const isDenied = error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
    return { kind: 'unreadable', reason: isDenied ? 'not-allowed' : 'gone' };
  }
}
