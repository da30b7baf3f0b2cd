import type { RunOutcome } from '../run/index.ts';

/** What the shell learns; `docs/exit-codes.md` documents it, so a number never changes its meaning. */
export const exitCode = { passed: 0, failed: 1, usage: 2, inconclusive: 3, cancelled: 130 } as const;

/** Of a run that has ended. A report without an end is inconclusive. */
export function exitCodeOf(outcome: RunOutcome | null): number {
  return exitCode[outcome ?? 'inconclusive'];
}
