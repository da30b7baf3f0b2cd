import { readFile, stat } from 'node:fs/promises';
import { runEventSchema } from '../../run/event-schema.ts';
import { type Report, type RunEvent, replay } from '../../run/index.ts';
import { reportSchema } from '../../run/report/schema.ts';
import { isWithin, type Sizes } from '../../run/sizes.ts';
import { UsageError } from '../usage-error.ts';

/** A report of 3,000 exchanges is a tenth of this. */
const mostBytes = 67_108_864;
const reportSizes: Sizes = { depth: 32, text: 20_000, list: 20_000, whole: mostBytes };
/** A run has some 300. */
const mostEvents = 20_000;

/** What `--json` or `--json-lines` has printed, as a report. It may come from anybody: nothing of it is believed unseen. */
export async function readSaved(file: string): Promise<Report> {
  const text = (await contentOf(file)).replace(/^\uFEFF/, '').trim();
  const value = valueIn(text);
  const whole = isWithin(value, reportSizes) ? reportSchema.safeParse(value) : null;
  if (whole?.success) return whole.data;
  const events = eventsIn(text);
  if (events.length > 0) return replay(events);
  throw new UsageError('--from', file, 'give what waypost … --json or --json-lines has printed, kept in a file');
}

/** As far as they go: the last line of a run that was ended may be cut. */
function eventsIn(text: string): readonly RunEvent[] {
  const events: RunEvent[] = [];
  for (const line of text.split(/\r?\n/, mostEvents)) {
    const event = runEventSchema.safeParse(valueIn(line));
    if (!event.success) break;
    events.push(event.data);
  }
  return events;
}

async function contentOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > mostBytes) throw new UsageError('--from', file, 'the file is too large to be a report');
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('--from', file, 'the file cannot be read; check its name and whether you may read it');
  }
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
