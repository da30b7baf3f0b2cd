import { describe, expect, it } from 'vitest';
import { failed, type Outcome, passed, systemClock, unknown } from '../../../src/core/index.ts';
import { problem } from '../../../src/problems/index.ts';
import { defineProbe, type Probe, type RunEvent, replay, runPlan } from '../../../src/run/index.ts';
import { reportSchema } from '../../../src/run/report/schema.ts';

const ports = { clock: systemClock };
type Ports = typeof ports;
const header = { run: 'r', waypost: '0', request: { goal: 'diagnose', options: {} }, timeout: 10_000 } as const;

async function run(plan: readonly Probe<unknown, Ports>[], signal = new AbortController().signal, timeout = 10_000) {
  const events: RunEvent[] = [];
  for await (const event of runPlan(plan, ports, signal, { ...header, timeout })) events.push(event);
  return { events, report: replay(events) };
}

const broken = problem('net.refused', { host: 'h', port: 1 });
const first = defineProbe({ id: 'first', deadline: 1_000, run: async (_: object, _ports: Ports) => passed(1) });
const never = defineProbe<number, Ports>({ id: 'never', deadline: 60_000, run: () => new Promise(() => {}) });

function answering(id: string, outcome: Outcome<number>, aside = false): Probe<number, Ports> {
  return defineProbe<number, Ports>({ id, deadline: 1_000, aside, run: async () => outcome });
}

describe('a run', () => {
  it('hands the values of its needs to a probe', async () => {
    const second = defineProbe({
      id: 'second',
      deadline: 1_000,
      needs: { first },
      run: async ({ first: value }: { first: number }, _: Ports, step) => {
        step.report({ name: { asked: String(value + 1) } });
        return passed(value + 1);
      },
    });
    const { report } = await run([first, second]);
    expect(report.outcome).toBe('passed');
    expect(report.chain.name?.asked).toBe('2');
  });

  it('starts independent probes at once', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const waits = defineProbe<number, Ports>({ id: 'waits', deadline: 1_000, run: () => gate.then(() => passed(1)) });
    const opens = defineProbe<number, Ports>({
      id: 'opens',
      deadline: 1_000,
      run: async () => {
        release();
        return passed(1);
      },
    });
    expect((await run([waits, opens])).report.outcome).toBe('passed');
  });

  it('skips what depends on a broken link, and says on which', async () => {
    const bad = answering('bad', failed(broken));
    const dependent = defineProbe({
      id: 'dependent',
      deadline: 1,
      needs: { bad },
      run: async (_, __: Ports) => passed(1),
    });
    const last = defineProbe({ id: 'last', deadline: 1, needs: { dependent }, run: async (_, __: Ports) => passed(1) });
    const { report } = await run([bad, dependent, last]);
    expect(report.probes.map((p) => p.outcome)).toEqual(['failed', 'skipped', 'skipped']);
    expect(report.probes[1]?.because).toEqual({ kind: 'needs', probe: 'bad' });
    expect(report.firstFailure).toEqual({ probe: 'bad', code: 'net.refused', owner: 'network' });
    expect(report.outcome).toBe('failed');
  });

  it('gives the outcome of a considered probe even when that one failed', async () => {
    const bad = answering('bad', failed(broken));
    const considers = defineProbe({
      id: 'considers',
      deadline: 1_000,
      considers: { bad },
      run: async ({ bad: outcome }: { bad: Outcome<number> }, _: Ports, step) => {
        step.report({ name: { asked: outcome.kind } });
        return passed(1);
      },
    });
    expect((await run([bad, considers])).report.chain.name?.asked).toBe('failed');
  });

  it('is inconclusive when something could not be checked, unless that was a side question', async () => {
    const open = unknown(problem('net.timeout', { host: 'h', port: 1 }));
    expect((await run([answering('a', open)])).report.outcome).toBe('inconclusive');
    expect((await run([answering('a', open, true)])).report.outcome).toBe('passed');
  });

  it('shows a probe that throws with its evidence, never as success', async () => {
    const throws = defineProbe<number, Ports>({
      id: 'throws',
      deadline: 1_000,
      run: async () => {
        throw new TypeError('no such thing');
      },
    });
    const { report } = await run([throws]);
    expect(report.outcome).toBe('inconclusive');
    expect(report.probes[0]?.problem).toMatchObject({ code: 'run.unexpected', evidence: ['TypeError: no such thing'] });
  });

  it('ends a probe at its deadline', async () => {
    const slow = defineProbe<number, Ports>({ id: 'slow', deadline: 5, run: () => new Promise(() => {}) });
    const { report } = await run([slow]);
    expect(report.probes[0]?.problem?.code).toBe('run.deadline');
  });

  it('ends at the time given for the whole run', async () => {
    const { report } = await run([never], undefined, 5);
    expect(report.outcome).toBe('inconclusive');
    expect(report.problem?.code).toBe('run.deadline');
  });

  it('ends when it is cancelled, and closes what was opened', async () => {
    const controller = new AbortController();
    const closed: string[] = [];
    const opens = defineProbe<number, Ports>({
      id: 'opens',
      deadline: 60_000,
      run: (_, __, step) => {
        step.defer(() => closed.push('socket'));
        controller.abort();
        return new Promise(() => {});
      },
    });
    const { report } = await run([opens, never], controller.signal);
    expect(report.outcome).toBe('cancelled');
    expect(closed).toEqual(['socket']);
  });

  it('says goodbye before it cuts the connections', async () => {
    const order: string[] = [];
    const opens = defineProbe<number, Ports>({
      id: 'opens',
      deadline: 1_000,
      run: async (_, __, step) => {
        step.runSignal.addEventListener('abort', () => order.push('cut'));
        step.defer(() => order.push('goodbye'));
        return passed(1);
      },
    });
    await run([opens]);
    expect(order).toEqual(['goodbye', 'cut']);
  });

  it('numbers its events without a gap and makes a report that fits the documented format', async () => {
    const { events, report } = await run([first, answering('bad', failed(broken))]);
    expect(events.map((e) => e.seq)).toEqual(events.map((_, i) => i));
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it('replays recorded events to the same report', async () => {
    const { events, report } = await run([first, answering('bad', failed(broken))]);
    const recorded = events.map((event) => JSON.parse(JSON.stringify(event)) as RunEvent);
    expect(replay(recorded)).toEqual(report);
  });
});
