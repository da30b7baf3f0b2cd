import { useSyncExternalStore } from 'react';
import type { RunSnapshot, RunStore } from './run-store.ts';

/** The run of a store, as it is now. */
export function useRun(store: RunStore): RunSnapshot {
  return useSyncExternalStore(store.subscribe, store.get, store.get);
}
