import { deadline } from '../core/index.ts';

export interface SoonOptions<I, A> {
  readonly signal: AbortSignal;
  /** Milliseconds that the others have left once this one was found. */
  readonly patience: (item: I) => number;
  /** Must settle when its signal aborts. */
  readonly start: (item: I, signal: AbortSignal) => Promise<A>;
  readonly isFound: (answer: A) => boolean;
}

/** Starts all at once and answers for each, in order. Once one is found, the others are not waited for much longer. */
export async function settleSoon<I, A>(
  items: readonly I[],
  { signal, patience, start, isFound }: SoonOptions<I, A>,
): Promise<readonly A[]> {
  const limit = deadline(signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const endAfter = (ms: number) => {
    if (ms === 0) limit.end('deadline');
    else timer ??= setTimeout(() => limit.end('deadline'), ms);
  };
  const run = async (item: I) => {
    const answer = await start(item, limit.signal);
    if (isFound(answer)) endAfter(patience(item));
    return answer;
  };
  try {
    return await Promise.all(items.map(run));
  } finally {
    clearTimeout(timer);
    limit.clear();
  }
}
