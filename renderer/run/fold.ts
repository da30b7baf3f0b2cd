import { initialState, type Report, type RunEvent, type RunState, reduceRun } from '../../src/run/index.ts';

/** A run as a view needs it: the events so far and what they fold to. */
export interface FoldedRun {
  readonly events: readonly RunEvent[];
  readonly state: RunState;
}

export const emptyRun: FoldedRun = { events: [], state: initialState };

/** Milliseconds that folding may hold up the window at a time: half a frame. */
const slice = 8;

/** Folds further events and pauses between slices, so that ten thousand of them leave the window usable. */
export async function foldInSlices(
  run: FoldedRun,
  more: readonly RunEvent[],
  show: (run: FoldedRun) => void,
  signal?: AbortSignal,
): Promise<void> {
  const events = [...run.events];
  let { state } = run;
  let until = performance.now() + slice;
  for (const event of more) {
    state = reduceRun(state, event);
    events.push(event);
    if (performance.now() < until) continue;
    show({ events: [...events], state });
    await nextTurn();
    if (signal?.aborted) return;
    until = performance.now() + slice;
  }
  show({ events, state });
}

/** A report that came without its events, as far as a view can tell no difference. */
export function foldedReport(report: Report): FoldedRun {
  return { events: [], state: { report, waitsFor: new Map() } };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}
