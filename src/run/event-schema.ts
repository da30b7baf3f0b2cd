import * as z from 'zod';
import type { RunEvent } from './event.ts';
import {
  accountSchema,
  custodySchema,
  domainControllerSchema,
  nameSchema,
  permissionSchema,
  relaySchema,
  routeSchema,
  signInSchema,
} from './report/chain-schema.ts';
import { mailboxSchema } from './report/mailbox-schema.ts';
import { problemSchema } from './report/problem-schema.ts';
import {
  exchangeSchema,
  lineSchema,
  requestSummarySchema,
  runOutcomeSchema,
  skipReasonSchema,
} from './report/schema.ts';
import { settingsSchema } from './report/settings-schema.ts';
import { isWithin, type Sizes } from './sizes.ts';

/**
 * What one event may hold. The engine cuts texts at 2,000 characters, of which each can take eight once it is made visible;
 * the largest lists are those of a directory's attributes, with 1,000 values.
 */
export const eventSizes: Sizes = { depth: 24, text: 20_000, list: 2_000, whole: 4_000_000 };

const milliseconds = z.number().nonnegative();
const base = {
  run: z.string(),
  seq: z.int().nonnegative(),
  parent: z.int().nonnegative().nullable(),
  at: milliseconds,
};

/** A section of which a probe may know only some fields. What it does not tell stays untold: no default takes its place. */
function partOf<S extends z.ZodRawShape>({ shape }: z.ZodObject<S>) {
  const fields = Object.entries(shape).map(([name, field]) => [
    name,
    z.exactOptional(field instanceof z.ZodDefault ? field.unwrap() : field),
  ]);
  return z.exactOptional(z.object(Object.fromEntries(fields) as { [K in keyof S]: z.ZodExactOptional<S[K]> }));
}

const chainPatchSchema = z.object({
  name: partOf(nameSchema),
  domainController: partOf(domainControllerSchema),
  signIn: partOf(signInSchema),
  account: partOf(accountSchema),
  relay: partOf(relaySchema),
  relayPermission: z.exactOptional(z.array(permissionSchema)),
  route: partOf(routeSchema),
  custody: partOf(custodySchema),
  settings: partOf(settingsSchema),
  mailbox: partOf(mailboxSchema),
});

const plannedProbeSchema = z.object({
  id: z.string(),
  needs: z.array(z.string()),
  considers: z.array(z.string()),
  aside: z.boolean(),
});

const unboundedSchema = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('run-started'),
    version: z.literal(1),
    waypost: z.string(),
    startedAt: z.string(),
    request: requestSummarySchema,
    plan: z.array(plannedProbeSchema),
  }),
  z.object({ ...base, type: z.literal('probe-started'), probe: z.string() }),
  z.object({
    ...base,
    type: z.literal('observation'),
    probe: z.string(),
    observation: z.discriminatedUnion('type', [exchangeSchema, lineSchema]),
  }),
  z.object({
    ...base,
    type: z.literal('probe-finished'),
    probe: z.string(),
    outcome: z.enum(['passed', 'warned', 'failed', 'skipped', 'unknown']),
    problems: z.array(problemSchema),
    because: skipReasonSchema.nullable(),
    startedAt: milliseconds,
    duration: milliseconds,
    chain: chainPatchSchema,
  }),
  z.object({
    ...base,
    type: z.literal('run-finished'),
    outcome: runOutcomeSchema,
    problem: problemSchema.nullable(),
  }),
]);

/**
 * An event whole, for whoever gets one from a process that has read a server's bytes, or out of a file. Apart from the
 * door of `run/`, because the window must not load it. What is larger than any engine makes it is refused.
 */
export const runEventSchema: z.ZodType<RunEvent> = z
  .custom<unknown>((value) => isWithin(value, eventSizes), 'larger than any event')
  .pipe(unboundedSchema);
