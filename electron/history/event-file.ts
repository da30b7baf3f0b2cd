import { toJson } from '../../src/core/index.ts';
import { runEventSchema } from '../../src/run/event-schema.ts';
import type { RunEvent } from '../../src/run/index.ts';

/** A run has some 300; more than this is none that an engine of ours has made. */
const mostEvents = 20_000;

export interface ReadEvents {
  /** One run, in order, as far as it goes. */
  readonly events: readonly RunEvent[];
  /** Why it goes no further: the end of the text, a last line that is cut, or a line that does not belong there. */
  readonly ends: 'whole' | 'cut' | 'damaged';
}

/** Events as `--json-lines` prints them. */
export function eventLines(events: readonly RunEvent[]): string {
  return events.map((event) => `${toJson(event)}\n`).join('');
}

/** Reads what `eventLines` wrote, up to the first line that is no event of the same run in its place. Never throws. */
export function readEvents(text: string): ReadEvents {
  const events: RunEvent[] = [];
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  for (const [place, line] of lines.entries()) {
    const event = eventIn(line);
    const isLast = place === lines.length - 1;
    if (event === null) return { events, ends: isLast && events.length > 0 ? 'cut' : 'damaged' };
    if (!follows(event, events) || events.length >= mostEvents) return { events, ends: 'damaged' };
    events.push(event);
  }
  return { events, ends: 'whole' };
}

/** The event that a line holds, if it holds one. */
export function eventIn(line: string): RunEvent | null {
  try {
    const read = runEventSchema.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A run starts once, ends once, is counted without a gap and does not go back in time. */
function follows(event: RunEvent, before: readonly RunEvent[]): boolean {
  const [first] = before;
  const last = before.at(-1);
  if (first === undefined || last === undefined) return event.type === 'run-started' && event.seq === 0;
  const inPlace = event.seq === last.seq + 1 && event.at >= last.at;
  return inPlace && event.run === first.run && event.type !== 'run-started' && last.type !== 'run-finished';
}
