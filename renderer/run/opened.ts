import type { Opened, WaypostBridge } from '../../electron/contract.ts';
import { initialState, type RunEvent, type RunState } from '../../src/run/index.ts';
import { foldInSlices, nextTurn } from './fold.ts';

/** A run that was opened, as a view needs it. */
export interface OpenedRun {
  readonly state: RunState;
  /** Empty where only its report was kept: then there is nothing to play. */
  readonly events: readonly RunEvent[];
}

/**
 * Fetches what there is of an opened run and folds it. Between two parts the window has its turn.
 *
 * @returns null when it could not be read, or `signal` aborted
 */
export async function fetchOpened(
  opened: Opened,
  bridge: Pick<WaypostBridge, 'call'>,
  signal: AbortSignal,
): Promise<OpenedRun | null> {
  if (opened.kind === 'unreadable') return null;
  if (opened.kind === 'report') return { state: { report: opened.report, waitsFor: new Map() }, events: [] };
  const events: RunEvent[] = [];
  let state = initialState;
  for (let { events: part, more } = opened; ; ) {
    state = await foldInSlices(state, part, () => {}, signal);
    events.push(...part);
    if (more === null) {
      // The last event of a run weighs more than others, and so does showing it.
      await nextTurn();
      return signal.aborted ? null : { state, events };
    }
    const next = await bridge.call('opened.more', more);
    if (next === null || signal.aborted) return null;
    await nextTurn();
    ({ events: part, more } = next);
  }
}
