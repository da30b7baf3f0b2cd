import type { Clock } from '../../src/core/index.ts';

/** A clock on which nobody waits: whoever sleeps wakes at the next turn of the event loop, so much later by it. */
export function quickClock(): Clock {
  let now = 0;
  return {
    now: () => now,
    date: () => new Date(Date.UTC(2026, 10, 24, 12) + now),
    async sleep(ms, signal) {
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) throw signal.reason;
      now += ms;
    },
  };
}
