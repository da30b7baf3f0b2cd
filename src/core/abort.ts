/** What ended a wait: the person, or a deadline from the table. */
export type EndReason = 'cancelled' | 'deadline';

/** The reason given to every AbortSignal of ours, so that whoever catches it can tell the two apart. */
export class EndedError extends Error {
  readonly reason: EndReason;

  constructor(reason: EndReason) {
    super(reason === 'deadline' ? 'the deadline has passed' : 'cancelled');
    this.reason = reason;
  }
}

export function abortReason(signal: AbortSignal): unknown {
  return signal.reason ?? new EndedError('cancelled');
}

/** True when the signal ended because its time was up, not because somebody cancelled. */
export function endedByDeadline(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof EndedError && signal.reason.reason === 'deadline';
}

export interface Deadline {
  readonly signal: AbortSignal;
  /** Ends it early, for example because the race is won. Safe to call twice. */
  end(reason?: EndReason): void;
  /** Removes timer and listener. Always call it, in a `finally`. */
  clear(): void;
}

/** A timer of more milliseconds would fire at once. */
const longestTimer = 2 ** 31 - 1;

/**
 * A signal that aborts when the parent does or after `ms` (`Infinity`: never by itself).
 * (`AbortSignal.any` does not exist in the oldest runtime that we support.)
 */
export function deadline(parent: AbortSignal, ms = Number.POSITIVE_INFINITY): Deadline {
  const controller = new AbortController();
  const end = (reason: EndReason = 'cancelled') => controller.abort(new EndedError(reason));
  const onParent = () => controller.abort(abortReason(parent));
  if (parent.aborted) onParent();
  else parent.addEventListener('abort', onParent, { once: true });
  const timer = Number.isFinite(ms) ? setTimeout(() => end('deadline'), Math.min(ms, longestTimer)) : undefined;
  const clear = () => {
    if (timer !== undefined) clearTimeout(timer);
    parent.removeEventListener('abort', onParent);
  };
  return { signal: controller.signal, end, clear };
}

/** Settles as `promise` does, or rejects with the signal's reason, whichever comes first. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(abortReason(signal));
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
