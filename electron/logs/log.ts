import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Numbers, and names that the program itself gives: ids, codes, kinds. Never what a person or a server wrote. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

export interface Log {
  info(sentence: string, facts?: Facts): void;
  warn(sentence: string, facts?: Facts): void;
  error(sentence: string, facts?: Facts): void;
}

export interface LogLimits {
  /** Bytes of a file before the next one is begun. */
  readonly size: number;
  /** Files that are kept. */
  readonly files: number;
}

const limits: LogLimits = { size: 1_000_000, files: 3 };

/**
 * A log that cannot hold a secret: fixed sentences of the program, with ids, codes and durations. A fact that does not
 * look like one of these is not written. Writing never fails; a full disk only costs lines.
 *
 * @param folder made when it is missing; holds waypost.log (newest), waypost.1.log and so on
 */
export function openLog(folder: string, { size, files }: LogLimits = limits, now = () => new Date()): Log {
  const file = (age: number) => join(folder, age === 0 ? 'waypost.log' : `waypost.${age}.log`);
  let room: number | null = null;

  const write = (level: string, sentence: string, facts: Facts = {}) => {
    const line = `${[now().toISOString(), level, sentence, ...wordsOf(facts)].join(' ')}\n`;
    try {
      room ??= size - startedSize(folder, file(0));
      if (room < line.length) {
        for (let age = files - 1; age > 0; age--) moveIfThere(file(age - 1), file(age));
        room = size;
      }
      appendFileSync(file(0), line, { mode: 0o600 });
      room -= line.length;
    } catch {
      room = null;
    }
  };
  return {
    info: (sentence, facts) => write('info ', sentence, facts),
    warn: (sentence, facts) => write('warn ', sentence, facts),
    error: (sentence, facts) => write('error', sentence, facts),
  };
}

function wordsOf(facts: Facts): string[] {
  return Object.entries(facts).map(([name, fact]) => `${name}=${looksLikeOurs(fact) ? fact : '(not logged)'}`);
}

/** An id, a code, a version, the name of a kind of error. */
function looksLikeOurs(fact: string | number | boolean): boolean {
  return typeof fact !== 'string' || /^[A-Za-z0-9._:-]{1,64}$/.test(fact);
}

function startedSize(folder: string, file: string): number {
  mkdirSync(folder, { recursive: true });
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function moveIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to);
}
