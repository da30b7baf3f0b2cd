import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runEventSchema } from '../../../src/run/event-schema.ts';
import { initialState, type RunEvent, reduceRun, replay } from '../../../src/run/index.ts';
import { reportSchema } from '../../../src/run/report/schema.ts';
import { anyText } from '../../fakes/any-text.ts';
import { hostileWorld } from '../../fakes/hostile-world.ts';
import { recordLabRun } from '../../fakes/lab-run.ts';

const runs: readonly (readonly string[])[] = [
  [],
  ['relay-denied'],
  ['dc-certificate-expired'],
  ['name-twice'],
  ['relay-certificate-wrong-name'],
];

let recorded: readonly RunEvent[] = [];
beforeAll(async () => {
  const known = runs.map((faults) => recordLabRun(faults, { timeout: 8_000 }));
  recorded = (await Promise.all(known)).flat();
}, 60_000);

describe('the schema of an event', () => {
  it('takes every event of a real run as it is', () => {
    expect(recorded.length).toBeGreaterThan(200);
    for (const event of recorded) expect(runEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  });

  it('takes what a server causes that says as much as it can', async () => {
    const endless = '\u0001'.repeat(30_000);
    const world = await hostileWorld({ relay: { on: { RCPT: `550 5.7.1 ${endless}` } } });
    try {
      for (const event of await world.run()) expect(runEventSchema.safeParse(event).error).toBeUndefined();
    } finally {
      await world.stop();
    }
  });

  it('refuses what would flood a window', () => {
    const event = recorded.find(({ type }) => type === 'observation');
    const line = { type: 'line', protocol: 'smtp', peer: 'mail:587', direction: 'received' };
    const told = (text: unknown) => runEventSchema.safeParse({ ...event, observation: { ...line, text } }).success;
    expect(told('x'.repeat(20_000))).toBe(true);
    expect(told('x'.repeat(20_001))).toBe(false);

    const deep = { code: 'a.b', args: {}, evidence: [], remedies: [] };
    const nested = Array.from({ length: 5_000 }).reduce<object>((cause) => ({ ...deep, cause }), deep);
    const finished = recorded.find(({ type }) => type === 'probe-finished');
    expect(runEventSchema.safeParse({ ...finished, problems: [nested] }).success).toBe(false);
    const many = Array.from({ length: 2_001 }, () => deep);
    expect(runEventSchema.safeParse({ ...finished, problems: many }).success).toBe(false);
    const chain = { account: { aliases: Array.from({ length: 2_000 }, () => 'x'.repeat(3_000)) } };
    expect(runEventSchema.safeParse({ ...finished, chain }).success).toBe(false);
  });

  it('never throws, and lets pass only what folds into a report of the right shape', () => {
    const anything = fc.oneof(fc.jsonValue(), anyText(), fc.constantFrom(undefined, Number.NaN, -1, 1e308, [], {}));
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.nat(), { maxLength: 6 }), anything, (pick, path, value) => {
        const event = recorded[pick % recorded.length];
        const read = runEventSchema.safeParse(changedAt(event, path, value));
        if (!read.success) return;
        const { report } = reduceRun(stateBefore(read.data), read.data);
        expect(reportSchema.safeParse(report).error).toBeUndefined();
      }),
      { numRuns: 2_000 },
    );
  });
});

function stateBefore(event: RunEvent) {
  return event.type === 'run-started' ? initialState : { report: replay(recorded.slice(0, 40)), waitsFor: new Map() };
}

/** A copy in which the value that the path leads to is another one. */
function changedAt(target: unknown, [step, ...rest]: readonly number[], value: unknown): unknown {
  if (step === undefined || typeof target !== 'object' || target === null) return value;
  const keys = Object.keys(target);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return value;
  const changed = changedAt(Object.entries(target)[keys.indexOf(key)]?.[1], rest, value);
  if (Array.isArray(target)) return target.map((entry, i) => (String(i) === key ? changed : entry));
  return { ...target, [key]: changed };
}
