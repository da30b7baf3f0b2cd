import { abortReason, type Clock } from '../../src/core/index.ts';

/** A clock that a test moves on by hand. */
export function steppedClock(): Clock & { pass(ms: number): Promise<void> } {
  let now = 0;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => now,
    date: () => new Date(Date.UTC(2026, 10, 24, 12) + now),
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(abortReason(signal));
        const sleeper = { until: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal.addEventListener(
          'abort',
          () => {
            sleepers.delete(sleeper);
            reject(abortReason(signal));
          },
          { once: true },
        );
      }),
    async pass(ms) {
      now += ms;
      for (const sleeper of [...sleepers]) {
        if (sleeper.until > now) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
