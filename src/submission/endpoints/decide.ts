import { type Clock, deadline, times } from '../../core/index.ts';
import type { Attempt } from './attempt.ts';

/**
 * The endpoint to use, null when none can be used. The best-ranked ready one is taken as soon as no better one is still
 * moving; a better one that stalls holds it back for `times.betterEndpoint` at most. Never rejects.
 *
 * @param attempts best first
 * @param signal ends the waiting for a better one; the attempts themselves have to be ended apart
 */
export function decide(attempts: readonly Attempt[], clock: Clock, signal: AbortSignal): Promise<Attempt | null> {
  const patience = deadline(signal);
  let waiting = false;
  return new Promise((resolve) => {
    const take = (winner: Attempt | null) => {
      patience.end();
      patience.clear();
      resolve(winner);
    };
    const takeBest = () => take(attempts.find(isReady) ?? null);
    const look = () => {
      if (attempts.every((attempt) => attempt.result() !== null) || bestIsClear(attempts)) return takeBest();
      if (waiting || !attempts.some(isReady)) return;
      waiting = true;
      clock.sleep(times.betterEndpoint, patience.signal).then(takeBest, () => {});
    };
    for (const attempt of attempts) void attempt.settled.then(look);
    if (attempts.length === 0) take(null);
  });
}

export function isReady(attempt: Attempt): boolean {
  return attempt.result()?.ok === true;
}

/** One is ready, and nothing before it is on its way to that. */
function bestIsClear(attempts: readonly Attempt[]): boolean {
  const first = attempts.find((attempt) => isReady(attempt) || attempt.moving());
  return first !== undefined && isReady(first);
}
