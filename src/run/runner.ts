import { type Clock, deadline, hasValue, type Outcome, skipped } from '../core/index.ts';
import type { PlannedProbe, RunEvent } from './event.ts';
import { performProbe } from './perform.ts';
import type { Answer, Probe } from './probe.ts';
import { Queue } from './queue.ts';
import type { RequestSummary, RunOutcome } from './report/schema.ts';
import { type RunLog, runLog } from './run-log.ts';
import { endProblem } from './verdict.ts';

export interface RunHeader {
  readonly run: string;
  readonly waypost: string;
  readonly request: RequestSummary;
  /** Milliseconds for the whole run. */
  readonly timeout: number;
}

/**
 * Runs a plan: every probe starts the moment its needs are met. Never throws; ends within a second of `signal`
 * aborting, and then nothing that a probe opened is left open.
 *
 * @param plan probes in chain order
 * @param ports what the probes may use of the world
 */
export async function* runPlan<P extends { readonly clock: Clock }>(
  plan: readonly Probe<unknown, P>[],
  ports: P,
  signal: AbortSignal,
  header: RunHeader,
): AsyncGenerator<RunEvent> {
  const queue = new Queue<RunEvent>();
  const log = runLog(header.run, ports.clock, (event) => queue.push(event));
  const whole = deadline(signal, header.timeout);
  log.runStarted(header, plan.map(planned));
  execute(plan, ports, whole.signal, log)
    .then((outcomes) => {
      const endedBy = whole.signal.aborted ? endProblem(whole.signal, log.now()) : null;
      log.runFinished(outcomeOf(plan, outcomes, signal), endedBy);
    })
    .finally(() => {
      whole.end();
      whole.clear();
      queue.close();
    });
  try {
    yield* queue;
  } finally {
    whole.end();
  }
}

function planned({ id, needs, considers, aside }: Probe<unknown, never>): PlannedProbe {
  return { id, needs, considers, aside };
}

type Outcomes = Map<string, Outcome<unknown>>;

function execute<P extends { readonly clock: Clock }>(
  plan: readonly Probe<unknown, P>[],
  ports: P,
  signal: AbortSignal,
  log: RunLog,
): Promise<Outcomes> {
  const outcomes: Outcomes = new Map();
  const started = new Set<string>();
  const closers: (() => void)[] = [];
  const resources = deadline(signal);
  const given = (id: string) => outcomes.get(id) ?? skipped({ kind: 'needs', probe: id });

  return new Promise((resolve) => {
    const settle = (probe: Probe<unknown, P>, startedAt: number, answer: Answer) => {
      outcomes.set(probe.id, answer.outcome);
      log.probeFinished(probe.id, startedAt, answer);
      if (outcomes.size < plan.length) return startReady();
      // First the goodbyes, then the sockets that they go through.
      for (const close of closers.reverse()) quietly(close);
      resources.end();
      resources.clear();
      resolve(outcomes);
    };
    const start = async (probe: Probe<unknown, P>) => {
      const startedAt = log.probeStarted(probe.id);
      const frame = { signal, resources: resources.signal, closers, log };
      settle(probe, startedAt, await performProbe(probe, given, ports, frame));
    };
    const startReady = () => {
      for (const probe of plan) {
        if (started.has(probe.id) || !isReady(probe, outcomes)) continue;
        started.add(probe.id);
        const lacking = probe.needs.find((id) => !hasValue(given(id)));
        if (lacking === undefined) void start(probe);
        else settle(probe, log.now(), { outcome: skipped({ kind: 'needs', probe: lacking }), chain: {} });
      }
    };
    startReady();
  });
}

function isReady(probe: Probe<unknown, never>, outcomes: Outcomes): boolean {
  return [...probe.needs, ...probe.considers].every((id) => outcomes.has(id));
}

function quietly(close: () => void): void {
  try {
    close();
  } catch {
    // Ending is best effort: a socket that is already gone must not keep the others open.
  }
}

function outcomeOf(plan: readonly Probe<unknown, never>[], outcomes: Outcomes, signal: AbortSignal): RunOutcome {
  if (signal.aborted) return 'cancelled';
  const kinds = plan.map((probe) => ({ kind: outcomes.get(probe.id)?.kind ?? 'unknown', aside: probe.aside }));
  if (kinds.some(({ kind }) => kind === 'failed')) return 'failed';
  return kinds.some(({ kind, aside }) => kind === 'unknown' && !aside) ? 'inconclusive' : 'passed';
}
