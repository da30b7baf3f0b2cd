import { useSyncExternalStore } from 'react';
import type { RunSnapshot, RunStore } from '../run/run-store.ts';

/** Whether a run is going on: for what does not care about each of its events. */
export function usePhase(store: RunStore): RunSnapshot['phase'] {
  return useSyncExternalStore(store.subscribe, () => store.get().phase);
}
