import { describe, expect, it } from 'vitest';
import { startThread } from '../../../src/cli/engine-thread.ts';
import { type EngineHost, engineLimits, hostEngine } from '../../../src/engine-host/index.ts';
import { type RunEvent, replay } from '../../../src/run/index.ts';
import { reportSchema } from '../../../src/run/report/schema.ts';
import { recordedEvents } from '../../fakes/recorded-run.ts';
import { aRequest } from '../../fakes/request.ts';
import { soundChain } from '../../fakes/sample-chain.ts';

const never = new AbortController().signal;
const quick = { ...engineLimits, start: 2_000, silence: 500, heap: 32 };

function engine(name: string, limits = quick): EngineHost {
  const script = new URL(`../../fakes/engines/${name}.mjs`, import.meta.url);
  return hostEngine(startThread(script, limits), '0', limits);
}

async function events(from: EngineHost, signal = never, text: string | null = null): Promise<RunEvent[]> {
  const request = aRequest({ message: { subject: null, text, attachments: [], dsn: false, requireTls: false } });
  const all: RunEvent[] = [];
  const secrets = { password: 'secret', relayPassword: null };
  for await (const event of from.run({ type: 'run', run: 'run', request, secrets }, signal)) all.push(event);
  return all;
}

describe('an engine that works', () => {
  it('hands on its events as they are', async () => {
    const recorded = recordedEvents(soundChain);
    expect(await events(engine('scripted'), never, JSON.stringify(recorded))).toEqual(recorded);
  });

  it('ends the run itself when it is cancelled', async () => {
    const controller = new AbortController();
    const unfinished = recordedEvents(soundChain).slice(0, 2);
    const running = events(engine('scripted'), controller.signal, JSON.stringify(unfinished));
    controller.abort();
    expect((await running).at(-1)).toMatchObject({ type: 'run-finished', seq: 99, outcome: 'cancelled' });
  });
});

describe.each([
  ['spinning', /no sign of life/],
  ['crashing', /crashed/],
  ['hungry', /32 MB of memory/],
  ['missing', /crashed/],
])('an engine that is %s', (name, reason) => {
  it('ends the run as inconclusive, with the reason', { timeout: 30_000 }, async () => {
    const report = replay(await events(engine(name)));
    expect(report.outcome).toBe('inconclusive');
    expect(report.problem?.code).toBe('run.engine-stopped');
    expect(report.problem?.args['reason']).toMatch(reason);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });
});

describe('an engine whose loop is blocked for ever', () => {
  it('leaves no probe without an end, and none failed', async () => {
    const report = replay(await events(engine('spinning')));
    expect(report.probes).toMatchObject([
      { id: 'dns.name', outcome: 'unknown', problem: { code: 'run.engine-stopped' } },
      { id: 'dc.locate', outcome: 'skipped', because: { kind: 'needs', probe: 'dns.name' } },
    ]);
    expect(report.firstFailure).toMatchObject({ probe: 'dns.name' });
  });

  it('numbers the events that it could not tell itself without a gap', async () => {
    const all = await events(engine('spinning'));
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, i) => i));
    expect(all.every(({ at }, i) => at >= (all[i - 1]?.at ?? 0))).toBe(true);
  });

  it('is cancelled from outside', async () => {
    const controller = new AbortController();
    const limits = { ...quick, silence: 60_000, cancel: 100 };
    const running = events(engine('spinning', limits), controller.signal);
    controller.abort();
    const report = replay(await running);
    expect(report.outcome).toBe('cancelled');
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });
});
