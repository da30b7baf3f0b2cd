import { spawn } from 'node:child_process';
import { err, ok, type Result } from '../../src/core/index.ts';
import type { Computer } from './computer.ts';
import { codeOf } from './place/index.ts';

/**
 * Starts a program that goes on without us; no shell has a say in it. → what is in the way: the system's word for it, or how the
 * program ended when it ended at once.
 */
export function startProgram(
  [program, ...words]: readonly [program: string, ...words: string[]],
  { env, home, patience }: Pick<Computer, 'env' | 'home' | 'patience'>,
): Promise<Result<null, string>> {
  return new Promise((resolve) => {
    const child = spawn(program, words, { env, cwd: home, detached: true, stdio: 'ignore' });
    child.unref();
    const timer = setTimeout(() => resolve(ok(null)), patience.start);
    const end = (result: Result<null, string>) => {
      clearTimeout(timer);
      resolve(result);
    };
    child.once('error', (error) => end(err(`${codeOf(error)} ${program}`)));
    // One that has handed over to another of its kind has done what it was asked for.
    child.once('exit', (code, signal) => end(code === 0 ? ok(null) : err(`${program}: ${code ?? signal}`)));
  });
}
