import { setMaxListeners } from 'node:events';

/**
 * Whatever a run has open listens for its end, or for that of its probe, and that is much. Node takes more than ten listeners for a leak, and says so on
 * the person's terminal.
 */
export function expectListeners(signal: AbortSignal): void {
  setMaxListeners(0, signal);
}
