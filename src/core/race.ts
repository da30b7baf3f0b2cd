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

interface Attempt<I, T, E> {
  readonly item: I;
  readonly own: Deadline;
  readonly settled: Promise<{ readonly attempt: Attempt<I, T, E>; readonly result: Result<T, E> }>;
}

/**
 * Races attempts the way RFC 8305 races addresses: starts the first, the next after a stagger or as soon as one
 * fails, keeps the first that works and ends the rest. An attempt must settle when its signal aborts; after that none is
 * started.
 */
export async function race<I, T, E>(
  items: readonly I[],
  { stagger, clock, signal, discard }: RaceOptions<T>,
  attempt: (item: I, signal: AbortSignal) => Promise<Result<T, E>>,
): Promise<RaceResult<I, T, E>> {
  const failures: { item: I; error: E }[] = [];
  const running = new Set<Attempt<I, T, E>>();
  const waiting = [...items];

  while ((waiting.length > 0 && !signal.aborted) || running.size > 0) {
    for (const item of signal.aborted ? [] : waiting.splice(0, 1)) running.add(start(item, signal, attempt));
    const first = await firstOf(running, waiting.length > 0 ? stagger : null, clock, signal);
    if (first === 'stagger') continue;
    running.delete(first.attempt);
    first.attempt.own.clear();
    const { item } = first.attempt;
    if (first.result.ok) {
      for (const loser of running) abandon(loser, discard);
      return { winner: { item, value: first.result.value }, failures };
    }
    failures.push({ item, error: first.result.error });
  }
  return { winner: null, failures };
}

function start<I, T, E>(
  item: I,
  signal: AbortSignal,
  attempt: (item: I, signal: AbortSignal) => Promise<Result<T, E>>,
): Attempt<I, T, E> {
  const own = deadline(signal);
  const started: Attempt<I, T, E> = {
    item,
    own,
    settled: attempt(item, own.signal).then((result) => ({ attempt: started, result })),
  };
  return started;
}

async function firstOf<I, T, E>(
  running: ReadonlySet<Attempt<I, T, E>>,
  stagger: number | null,
  clock: Clock,
  signal: AbortSignal,
) {
  const settled = [...running].map((attempt) => attempt.settled);
  if (stagger === null || signal.aborted) return Promise.race(settled);
  const pause = deadline(signal);
  const paused = clock.sleep(stagger, pause.signal).then(
    () => 'stagger' as const,
    () => 'stagger' as const,
  );
  try {
    return await Promise.race([...settled, paused]);
  } finally {
    pause.end();
    pause.clear();
  }
}

function abandon<I, T, E>({ own, settled }: Attempt<I, T, E>, discard: (value: T) => void): void {
  own.end();
  own.clear();
  settled.then(
    ({ result }) => result.ok && discard(result.value),
    () => {},
  );
}
