import * as z from 'zod/mini';
import type { Problem } from '../../src/core/index.ts';
import type { Report, RunEvent } from '../../src/run/index.ts';

const milliseconds = z.number().check(z.gte(0));
const base = { run: z.string(), seq: z.int(), parent: z.nullable(z.int()), at: milliseconds };
const problemArgs = z.record(z.string(), z.union([z.string(), z.number()]));
const problem = z.object({
  code: z.string(),
  args: problemArgs,
  evidence: z.array(z.string()),
  remedies: z.array(z.object({ option: z.string(), value: z.string() })),
});

export const problemShape = z.custom<Problem>((value) => problem.safeParse(value).success);

/**
 * The shape of an event. The main process has checked the engine's events whole (`runEventSchema` of `run/`); this side
 * checks again what the fold relies on.
 */
export const runEventShape = z.custom<RunEvent>((value) => eventShape.safeParse(value).success);

const eventShape = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('run-started'),
    startedAt: z.string(),
    plan: z.array(z.object({ id: z.string(), needs: z.array(z.string()), considers: z.array(z.string()) })),
  }),
  z.object({ ...base, type: z.literal('probe-started'), probe: z.string() }),
  z.object({
    ...base,
    type: z.literal('observation'),
    probe: z.string(),
    observation: z.discriminatedUnion('type', [
      z.object({ type: z.literal('exchange'), peer: z.string(), asked: z.string(), answered: z.string() }),
      z.object({ type: z.literal('line'), peer: z.string(), direction: z.string(), text: z.string() }),
    ]),
  }),
  z.object({
    ...base,
    type: z.literal('probe-finished'),
    probe: z.string(),
    outcome: z.enum(['passed', 'warned', 'failed', 'skipped', 'unknown']),
    problems: z.array(problem),
    startedAt: milliseconds,
    duration: milliseconds,
    chain: z.record(z.string(), z.unknown()),
  }),
  z.object({
    ...base,
    type: z.literal('run-finished'),
    outcome: z.enum(['passed', 'failed', 'inconclusive', 'cancelled']),
    problem: z.nullable(problem),
  }),
]);

/** So many events cross into the window at a time: what checks and copies them holds it up for a few milliseconds. */
export const mostEventsAtOnce = 200;

const fewEvents = z.array(runEventShape).check(z.maxLength(mostEventsAtOnce));

export const eventBatchSchema = z.object({ run: z.uuid(), events: fewEvents });

const reportShape = z.custom<Report>(
  (value) =>
    z.object({ version: z.literal(1), run: z.string(), probes: z.array(z.object({ id: z.string() })) }).safeParse(value)
      .success,
);

/** What the next part of a run is asked for with; null: this was the last. */
const ticket = z.nullable(z.uuid());

/** A file that somebody opened: events replay at any speed, a bare report shows its end. */
export const openedSchema = z.union([
  z.strictObject({ kind: z.literal('events'), events: fewEvents, more: ticket }),
  z.strictObject({ kind: z.literal('report'), report: reportShape }),
  z.strictObject({
    kind: z.literal('unreadable'),
    reason: z.enum(['not-json', 'not-ours', 'too-large', 'newer-version', 'gone', 'not-allowed']),
  }),
]);
export type Opened = z.infer<typeof openedSchema>;

export const openedPartSchema = z.strictObject({ events: fewEvents, more: ticket });
export type OpenedPart = z.infer<typeof openedPartSchema>;
/** The file that the program was opened with: its path, and what is in it. */
export const openedFileSchema = z.strictObject({ file: z.string(), opened: openedSchema });

export const historyEntrySchema = z.strictObject({
  run: z.uuid(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  goal: z.string(),
  server: z.string(),
  user: z.string(),
  outcome: z.nullable(z.string()),
  duration: z.nullable(milliseconds),
  /** What is wrong with the first broken link: its code, and the names and numbers in its texts. */
  problem: z.nullable(z.strictObject({ code: z.string(), args: problemArgs })),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const bundleSchema = z.strictObject({
  fileName: z.string(),
  /** Exactly what will be saved. */
  text: z.string(),
});
