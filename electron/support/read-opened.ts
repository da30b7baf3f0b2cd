import * as z from 'zod';
import type { Report } from '../../src/run/index.ts';
import { reportSchema } from '../../src/run/report/schema.ts';
import { isWithin, type Sizes } from '../../src/run/sizes.ts';
import { checkEvents, type ReadEvents, readEvents } from '../history/index.ts';
import type { Whole } from '../opened/index.ts';

/** Characters: a file with more is no report. */
const mostCharacters = 67_108_864;

/** A run of 3,000 observations, each as long as can be, is a tenth of this. */
const reportSizes: Sizes = { depth: 32, text: 20_000, list: 20_000, whole: mostCharacters };

const bundleShape = z.object({ kind: z.literal('waypost-support'), events: z.array(z.unknown()) });

type Reason = Extract<Whole, { kind: 'unreadable' }>['reason'];

const unreadable = (reason: Reason): Whole => ({ kind: 'unreadable', reason });

/** A report, an event file or a support bundle, recognised by what is in it. Nothing of it is believed. Never throws. */
export function readOpened(text: string): Whole {
  if (text.length > mostCharacters) return unreadable('too-large');
  const bare = text.replace(/^\uFEFF/, '').trim();
  const whole = parsed(bare);
  if (whole === undefined) return openedLines(bare);
  if (!isRecord(whole)) return unreadable('not-ours');
  if (whole['type'] === 'run-started') return openedLines(bare);
  if (isNewer(whole)) return unreadable('newer-version');
  if (whole['kind'] === 'waypost-support') return openedBundle(whole);
  return openedReport(whole);
}

function openedReport(value: unknown): Whole {
  if (!isWithin(value, reportSizes)) return unreadable('too-large');
  const read = reportSchema.safeParse(value);
  return read.success ? { kind: 'report', report: read.data satisfies Report } : unreadable('not-ours');
}

function openedBundle(value: unknown): Whole {
  const read = bundleShape.safeParse(value);
  if (!read.success) return unreadable('not-ours');
  return openedEvents(checkEvents(read.data.events));
}

function openedLines(text: string): Whole {
  const [firstLine = ''] = text.split('\n', 1);
  const first = parsed(firstLine);
  if (!isRecord(first)) return unreadable(first === undefined ? 'not-json' : 'not-ours');
  if (isNewer(first)) return unreadable('newer-version');
  return openedEvents(readEvents(text));
}

/** A file that lost its last line on the way shows what is left; one with foreign lines in it shows nothing. */
function openedEvents({ events, ends }: ReadEvents): Whole {
  if (ends === 'damaged' || events.length === 0) return unreadable('not-ours');
  return { kind: 'events', events };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of our kinds of file, but written by a program that came later. */
function isNewer(value: Readonly<Record<string, unknown>>): boolean {
  const { version, kind, type, probes } = value;
  const isOurs = kind === 'waypost-support' || type === 'run-started' || Array.isArray(probes);
  return isOurs && typeof version === 'number' && version > 1;
}
