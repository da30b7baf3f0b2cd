import type { Problem, SkipReason } from '../core/index.ts';
import type { EngineCommand } from '../engine-protocol.ts';
import type { ProbeFinished, RunEvent, RunOutcome, RunStarted } from '../run/index.ts';

type RunCommand = Extract<EngineCommand, { type: 'run' }>;
type Body<E> = E extends RunEvent ? Omit<E, 'run' | 'seq' | 'at'> : never;

export interface RunLedger {
  note(event: RunEvent): void;
  /** The events that are missing to a run that cannot tell its own end. `at` in milliseconds from its start. */
  ending(outcome: RunOutcome, problem: Problem, at: number): RunEvent[];
}

/** Remembers as much of a run as is needed to finish its record when the engine no longer can. */
export function makeLedger({ run, request }: RunCommand, waypost: string): RunLedger {
  let started: RunStarted | null = null;
  const running = new Map<string, { readonly seq: number; readonly at: number }>();
  const finished = new Map<string, ProbeFinished['outcome']>();
  let seq = 0;

  const note = (event: RunEvent) => {
    seq = event.seq + 1;
    if (event.type === 'run-started') started = event;
    if (event.type === 'probe-started') running.set(event.probe, event);
    if (event.type !== 'probe-finished') return;
    running.delete(event.probe);
    finished.set(event.probe, event.outcome);
  };

  const ending = (outcome: RunOutcome, problem: Problem, at: number): RunEvent[] => {
    const events: RunEvent[] = [];
    const write = (body: Body<RunEvent>) => events.push({ run, seq: seq++, at, ...body });
    if (started === null) {
      const startedAt = new Date().toISOString();
      const header = { waypost, startedAt, request: { goal: request.goal, options: {} }, plan: [] };
      write({ type: 'run-started', version: 1, parent: null, ...header });
    }
    for (const { id, needs, considers } of started?.plan ?? []) {
      if (finished.has(id)) continue;
      const own = running.get(id);
      const base = { type: 'probe-finished', probe: id, chain: {} } as const;
      if (own) {
        const times = { startedAt: own.at, duration: Math.max(0, at - own.at) };
        write({ ...base, ...times, parent: own.seq, outcome: 'unknown', problems: [problem], because: null });
      } else {
        const because = waitedFor([...needs, ...considers], finished);
        write({ ...base, startedAt: at, duration: 0, parent: 0, outcome: 'skipped', problems: [], because });
      }
    }
    write({ type: 'run-finished', parent: 0, outcome, problem });
    return events;
  };

  return { note, ending };
}

function waitedFor(others: readonly string[], finished: ReadonlyMap<string, string>): SkipReason {
  const probe = others.find((id) => !['passed', 'warned'].includes(finished.get(id) ?? ''));
  return probe === undefined ? { kind: 'not-requested' } : { kind: 'needs', probe };
}
