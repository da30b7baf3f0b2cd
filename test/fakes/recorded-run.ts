import type { Problem } from '../../src/core/index.ts';
import {
  type ChainPatch,
  type ProbeFinished,
  type Report,
  type RunEvent,
  type RunOutcome,
  replay,
} from '../../src/run/index.ts';

/** One probe of a recorded run, in the order of the plan. Times in milliseconds from the run's start. */
export interface RecordedProbe {
  readonly id: string;
  readonly outcome?: ProbeFinished['outcome'];
  readonly problems?: readonly Problem[];
  readonly because?: ProbeFinished['because'];
  readonly needs?: readonly string[];
  readonly aside?: boolean;
  readonly startedAt?: number;
  readonly duration?: number;
  readonly chain?: ChainPatch;
}

export interface RecordedRun {
  readonly goal?: 'diagnose' | 'resolve' | 'locate-dc' | 'sign-in' | 'route' | 'send' | 'discover';
  readonly outcome?: RunOutcome;
  readonly problem?: Problem | null;
  readonly duration?: number;
  readonly options?: Readonly<Record<string, string>>;
}

type Body<E> = E extends RunEvent ? Omit<E, 'run' | 'seq' | 'at' | 'parent'> : never;

/** The events of a run that went the given way. */
export function recordedEvents(probes: readonly RecordedProbe[], run: RecordedRun = {}): RunEvent[] {
  const { goal = 'diagnose', outcome = 'passed', problem = null, duration = 310, options = {} } = run;
  const events: RunEvent[] = [];
  const write = (at: number, body: Body<RunEvent>) =>
    events.push({ run: 'run', seq: events.length, at, parent: events.length === 0 ? null : 0, ...body });
  write(0, {
    type: 'run-started',
    version: 1,
    waypost: '0.1.0',
    startedAt: '2026-11-24T08:00:00.000Z',
    request: { goal, options: { ...options } },
    plan: probes.map(({ id, needs = [], aside = false }) => ({ id, needs, considers: [], aside })),
  });
  for (const probe of probes) {
    const { id, outcome: kind = 'passed', startedAt = 0, duration: took = 0, chain = {} } = probe;
    const { problems = [], because = null } = probe;
    if (kind !== 'skipped') write(startedAt, { type: 'probe-started', probe: id });
    const times = { startedAt, duration: took };
    write(startedAt + took, { type: 'probe-finished', probe: id, outcome: kind, problems, because, chain, ...times });
  }
  write(duration, { type: 'run-finished', outcome, problem });
  return events;
}

export function recordedReport(probes: readonly RecordedProbe[], run: RecordedRun = {}): Report {
  return replay(recordedEvents(probes, run));
}
