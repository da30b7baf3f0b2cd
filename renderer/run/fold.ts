import { type RunEvent, type RunState, reduceEvents } from '../../src/run/index.ts';

/** Milliseconds that folding may hold up the window at a time: half a frame. */
const slice = 8;

/** Events that are folded between two looks at the clock. */
const stride = 100;

/**
 * Folds further events and pauses between slices, so that ten thousand of them leave the window usable.
 *
 * @param show told what they fold to after each slice, and after how many of them
 * @returns the state after the last, or where `signal` aborted
 */
export async function foldInSlices(
  before: RunState,
  events: readonly RunEvent[],
  show: (state: RunState, count: number) => void,
  signal?: AbortSignal,
): Promise<RunState> {
  let state = before;
  let until = performance.now() + slice;
  for (let from = 0; from < events.length && !signal?.aborted; from += stride) {
    const to = Math.min(from + stride, events.length);
    state = reduceEvents(state, events.slice(from, to));
    const isLast = to === events.length;
    const isLate = performance.now() >= until;
    if (!isLast && !isLate) continue;
    // Folding until now and showing what came of it would be too much for one turn.
    if (isLate) await nextTurn();
    show(state, to);
    if (isLast) break;
    await nextTurn();
    until = performance.now() + slice;
  }
  return state;
}

/** Lets the window do what else there is to do. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
}
