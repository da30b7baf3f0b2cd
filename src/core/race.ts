import { type Deadline, deadline } from './abort.ts';
import type { Clock } from './clock.ts';
import type { Result } from './result.ts';

export interface RaceOptions<T> {
  /** Milliseconds until the next one starts although the one before is still trying. */
  readonly stagger: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Gets rid of a value that came too late to win. */
  readonly discard: (value: T) => void;
}

export interface RaceResult<I, T, E> {
  readonly winner: { readonly item: I; readonly value: T } | null;
  readonly failures: readonly { readonly item: I; readonly error: E }[];
}

/**
 * Races attempts the way RFC 8305 races addresses: starts the first, the next after a stagger or as soon as one
 * fails, keeps the first that works and ends the rest. An attempt must settle when its signal aborts.
 */
export function race<I, T, E>(
  items: readonly I[],
  { stagger, clock, signal, discard }: RaceOptions<T>,
  attempt: (item: I, signal: AbortSignal) => Promise<Result<T, E>>,
): Promise<RaceResult<I, T, E>> {
  const failures: { item: I; error: E }[] = [];
  const attempts: Deadline[] = [];
  const pause = deadline(signal);
  let next = 0;
  let won = false;

  return new Promise((resolve, reject) => {
    const finish = (winner: RaceResult<I, T, E>['winner']) => {
      won = true;
      pause.end();
      pause.clear();
      resolve({ winner, failures });
    };
    const settle = (item: I, own: Deadline, result: Result<T, E>) => {
      own.clear();
      if (won) return result.ok && discard(result.value);
      if (result.ok) {
        for (const other of attempts) if (other !== own) other.end();
        return finish({ item, value: result.value });
      }
      failures.push({ item, error: result.error });
      if (failures.length === items.length) finish(null);
      else startNext();
    };
    const run = async (item: I) => {
      const own = deadline(signal);
      attempts.push(own);
      settle(item, own, await attempt(item, own.signal));
    };
    const startNext = () => {
      if (won || next >= items.length) return;
      const index = next++;
      run(items[index] as I).catch(reject);
      clock.sleep(stagger, pause.signal).then(
        () => next === index + 1 && startNext(),
        () => {},
      );
    };
    if (items.length === 0) finish(null);
    else startNext();
  });
}
