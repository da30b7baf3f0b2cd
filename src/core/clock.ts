import { abortReason } from './abort.ts';

export interface Clock {
  /** Monotonic milliseconds, from an arbitrary start. */
  now(): number;
  /** Wall-clock time. */
  date(): Date;
  /** Resolves after `ms`; rejects with the signal's reason as soon as it aborts, leaving no timer. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(abortReason(signal));
      const onAbort = () => {
        clearTimeout(timer);
        reject(abortReason(signal));
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', onAbort);
        resolve();
      }, ms);
      signal.addEventListener('abort', onAbort, { once: true });
    }),
};
