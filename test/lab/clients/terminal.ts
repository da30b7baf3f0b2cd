import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import type { Person } from './person.ts';

/** What to type when this is the latest that the program has shown. */
export type Answer = readonly [shown: RegExp, keys: string];

const onPty = 'import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))';

/**
 * Runs a program on a terminal, gives each answer once its question is there, and returns all that was shown.
 *
 * @param closed when somebody closes the terminal, unless the program has ended before
 */
export function onTerminal(
  person: Person,
  argv: readonly string[],
  answers: readonly Answer[],
  closed?: Promise<unknown>,
): Promise<{ readonly code: number | null; readonly shown: string }> {
  const [file = '', ...args] = person.command(['python3', '-c', onPty, ...argv]);
  const child = spawn(file, args, { cwd: person.home, env: { ...process.env, ...person.env }, detached: true });
  const left = [...answers];
  let shown = '';
  let unread = '';
  return new Promise((resolve, reject) => {
    const close = () => void (child.pid !== undefined && process.kill(-child.pid, 'SIGKILL'));
    closed?.then(close, reject);
    const timer = setTimeout(() => {
      close();
      reject(
        new Error(`${argv[0]} still waits; ${left.length} answers are left; shown: ${stripVTControlCharacters(shown)}`),
      );
    }, 30_000);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      unread += text;
      const [next] = left;
      if (next?.[0].test(unread) !== true) return;
      unread = '';
      left.shift();
      child.stdin.write(next[1]);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, shown });
    });
  });
}
