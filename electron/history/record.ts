import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunEvent } from '../../src/run/index.ts';
import { eventLines } from './event-file.ts';

/** Where the events of a run go while it goes on. */
export interface RunRecord {
  add(events: readonly RunEvent[]): void;
  end(): void;
}

/**
 * Writes events to a new file, for the person's eyes only, as they happen: a crash loses nothing. A full disk or a
 * folder that cannot be written ends the record, and never the run.
 */
export function recordTo(path: string, onEnd: () => void): RunRecord {
  let file: number | null = null;
  const attempt = (work: () => void) => {
    try {
      work();
    } catch {
      close();
    }
  };
  const close = () => {
    const open = file;
    file = null;
    if (open !== null) attempt(() => closeSync(open));
  };
  attempt(() => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    file = openSync(path, 'ax', 0o600);
  });
  return {
    add(events) {
      const open = file;
      if (open !== null) attempt(() => writeSync(open, eventLines(events)));
    },
    end() {
      close();
      onEnd();
    },
  };
}
