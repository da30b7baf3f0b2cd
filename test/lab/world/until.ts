import { setTimeout as delay } from 'node:timers/promises';

export interface UntilOptions {
  /** Milliseconds. */
  readonly timeout: number;
  readonly interval?: number;
  /** Added to the error when the time is over, such as the tail of a log. */
  readonly explain?: () => string;
}

/** Asks `probe` again and again until it returns something other than undefined, which is the result. */
export async function until<T>(
  what: string,
  probe: () => Promise<T | undefined> | T | undefined,
  options: UntilOptions,
) {
  const deadline = performance.now() + options.timeout;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) {
      throw new Error(`${what}: not within ${options.timeout} ms\n${options.explain?.() ?? ''}`);
    }
    await delay(options.interval ?? 50);
  }
}
