import { toJson } from '../../src/core/index.ts';
import { runEventSchema } from '../../src/run/event-schema.ts';
import type { RunEvent } from '../../src/run/index.ts';

/** A run has some 300; more than this is none that an engine of ours has made. */
const mostEvents = 20_000;

export interface ReadEvents {
  /** One run, in order, as far as it goes. */
  readonly events: readonly RunEvent[];
  /** Why it goes no further: nothing follows, the last line is cut, or one does not belong there. */
  readonly ends: 'whole' | 'cut' | 'damaged';
}

/** Events as `--json-lines` prints them. */
export function eventLines(events: readonly RunEvent[]): string {
  return events.map((event) => `${toJson(event)}\n`).join('');
}

/** Reads lines as `eventLines` writes them, up to the first that is no event of the same run in its place. Never throws. */
export function readEvents(text: string): ReadEvents {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const { events, ends } = checkEvents(lines.map(valueIn));
  const lacksOnlyTheLast = events.length > 0 && events.length === lines.length - 1;
  return { events, ends: lacksOnlyTheLast && valueIn(lines.at(-1) ?? '') === undefined ? 'cut' : ends };
}

/** Checks values that ought to be the events of a run, up to the first that is not. Never throws. */
export function checkEvents(values: readonly unknown[]): ReadEvents {
  const events: RunEvent[] = [];
  for (const value of values) {
    const event = eventOf(value);
    if (event === null || events.length >= mostEvents || !follows(event, events)) return { events, ends: 'damaged' };
    events.push(event);
  }
  return { events, ends: 'whole' };
}

/** The JSON of a line; undefined when it is none. */
export function valueIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

export function eventOf(value: unknown): RunEvent | null {
  const read = runEventSchema.safeParse(value);
  return read.success ? read.data : null;
}

/** A run starts once, ends once, and is counted without a gap. */
function follows(event: RunEvent, before: readonly RunEvent[]): boolean {
  const [first] = before;
  const last = before.at(-1);
  if (first === undefined || last === undefined) return event.type === 'run-started' && event.seq === 0;
  const inPlace = event.seq === last.seq + 1 && event.run === first.run;
  return inPlace && event.type !== 'run-started' && last.type !== 'run-finished';
}
