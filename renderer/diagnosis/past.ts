import type { Opened, WaypostBridge } from '../../electron/contract.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { newestOnly } from '../kit/newest-only.ts';
import { fetchOpened } from '../run/opened.ts';
import type { RunStore } from '../run/run-store.ts';

/** A run that is shown as it once was. */
export interface Past {
  readonly run: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Empty where only its report was kept: then there is nothing to play. */
  readonly events: readonly RunEvent[];
}

/** Screens come and go; what their run is stays known. */
const kept = new WeakMap<RunStore, Past>();

/** Of the saved runs that a store was to show, only the newest is still fetched. */
const newest = new WeakMap<RunStore, () => AbortSignal>();

/** The past run that a store shows; null where it shows one of now. */
export function pastOf(store: RunStore): Past | null {
  const past = kept.get(store);
  return past !== undefined && past.run === store.get().state.report.run ? past : null;
}

/**
 * Shows a saved run, once all of it is there, unless the store has gone on to something else meanwhile.
 *
 * @param isKept whether the main process has it in its history; what came from a file it does not know
 * @returns false when it could not be read, or something else is shown by now
 */
export async function showPast(
  store: RunStore,
  opened: Opened,
  isKept: boolean,
  bridge: Pick<WaypostBridge, 'call'>,
): Promise<boolean> {
  const before = store.get().id;
  const signal = newestFor(store);
  const fetched = await fetchOpened(opened, bridge, signal);
  const { id, phase } = store.get();
  if (fetched === null || signal.aborted || id !== before || phase === 'starting') return false;
  const { run, startedAt } = fetched.state.report;
  kept.set(store, { run, startedAt, events: fetched.events });
  store.show(fetched.state, isKept ? run : null);
  return true;
}

/** From now on the store's run is one of now. */
export function leavePast(store: RunStore): void {
  newestFor(store);
  kept.delete(store);
}

/** Ends what was being fetched for a store. */
function newestFor(store: RunStore): AbortSignal {
  const begin = newest.get(store) ?? newestOnly();
  newest.set(store, begin);
  return begin();
}
