import { spawnSync } from 'node:child_process';

/** Whether the programs are there that judge files, as `npm test` has found out, and says; whoever runs a test alone wants it run. */
export const hasJudges = process.platform === 'linux' && process.env['WAYPOST_TEST_JUDGES'] !== '';

/** What a program of the system says. One that is not there fails the test, and says how it gets there. */
export function output(program: string, words: readonly string[], input: string | Uint8Array = ''): string {
  const run = spawnSync(program, words, { input, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  if (run.error !== undefined) {
    throw new Error(`${program} cannot be started; test/unit/clients/install.sh installs it`, { cause: run.error });
  }
  if (run.status !== 0) throw new Error(`${program} ended with ${run.status}: ${run.stderr}${run.stdout}`);
  return run.stdout;
}
