import { setMaxListeners } from 'node:events';

/**
 * Whatever a run has open listens for its end, and that is much. Node takes more than ten listeners for a leak, and says so on
 * the person's terminal.
 */
export function expectListeners(runSignal: AbortSignal): void {
  setMaxListeners(0, runSignal);
}
