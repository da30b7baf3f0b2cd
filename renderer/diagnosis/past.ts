import type { Opened } from '../../electron/contract.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { emptyRun, type FoldedRun, foldedReport, foldInSlices } from '../run/fold.ts';
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

/** The past run that a store shows; null where it shows one of now. */
export function pastOf(store: RunStore): Past | null {
  const past = kept.get(store);
  return past !== undefined && past.run === store.get().state.report.run ? past : null;
}

/**
 * Shows a saved run.
 *
 * @param isKept whether the main process has it in its history; what came from a file it does not know
 * @returns false when it could not be read
 */
export async function showPast(store: RunStore, opened: Opened, isKept: boolean): Promise<boolean> {
  const folded = await foldOpened(opened);
  if (folded === null) return false;
  const { run, startedAt } = folded.state.report;
  kept.set(store, { run, startedAt, events: folded.events });
  store.show(folded, isKept ? run : null);
  return true;
}

/** From now on the store's run is one of now. */
export function leavePast(store: RunStore): void {
  kept.delete(store);
}

async function foldOpened(opened: Opened): Promise<FoldedRun | null> {
  if (opened.kind === 'unreadable') return null;
  if (opened.kind === 'report') return foldedReport(opened.report);
  let folded = emptyRun;
  await foldInSlices(emptyRun, opened.events, (run) => {
    folded = run;
  });
  return folded;
}
