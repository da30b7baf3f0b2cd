import { initialState, type Report, type RunEvent, type RunState, reduceEvents } from '../../../src/run/index.ts';
import { foldInSlices } from '../../run/fold.ts';

/** A recorded run that can be looked at as it was at any time. */
export interface Timeline {
  /** Milliseconds. */
  readonly duration: number;
  /** How many events there were by then. */
  countAt(at: number): number;
  /** The report after so many events. */
  report(count: number): Report;
}

interface Mark {
  readonly count: number;
  readonly state: RunState;
}

/**
 * Folds the events once, in slices that leave the window usable, and keeps the state after each slice: from there to any
 * event is never further than one slice.
 *
 * @returns null when `signal` aborted
 */
export async function makeTimeline(events: readonly RunEvent[], signal: AbortSignal): Promise<Timeline | null> {
  const marks: Mark[] = [{ count: 0, state: initialState }];
  await foldInSlices(initialState, events, (state, count) => void marks.push({ count, state }), signal);
  if (signal.aborted) return null;
  return {
    duration: events.at(-1)?.at ?? 0,
    countAt: (at) => countAt(events, at),
    report: (count) => foldFrom(lastMark(marks, count), events, count).report,
  };
}

function foldFrom({ count: done, state }: Mark, events: readonly RunEvent[], count: number): RunState {
  return reduceEvents(state, events.slice(done, count));
}

function lastMark(marks: readonly Mark[], count: number): Mark {
  const start: Mark = { count: 0, state: initialState };
  return marks.reduce((last, mark) => (mark.count <= count ? mark : last), start);
}

/** Events come in the order of their times: halving finds the place. */
function countAt(events: readonly RunEvent[], at: number): number {
  let [low, high] = [0, events.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
