import { EndedError, endedByDeadline, type Problem } from '../core/index.ts';
import { problem } from '../problems/index.ts';

/** Why a signal ended, as a problem. `elapsed` in milliseconds. */
export function endProblem(signal: AbortSignal, elapsed: number): Problem {
  return endedByDeadline(signal)
    ? problem('run.deadline', { seconds: Math.round(elapsed / 100) / 10 })
    : problem('run.cancelled', {});
}

/** A probe that threw: our own fault, shown whole and never as success. */
export function thrownProblem(probe: string, error: unknown): Problem {
  const evidence = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return problem('run.unexpected', { probe }, { evidence: [evidence] });
}

export function isEnd(error: unknown): boolean {
  return error instanceof EndedError;
}
