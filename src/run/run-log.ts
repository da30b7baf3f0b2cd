import { type Clock, type Problem, problemsOf, visible } from '../core/index.ts';
import { bounded } from '../problems/index.ts';
import type { PlannedProbe, RunEvent } from './event.ts';
import type { Observation } from './observation.ts';
import type { Answer, Step } from './probe.ts';
import type { RequestSummary, RunOutcome } from './report/schema.ts';

type Body<E> = E extends RunEvent ? Omit<E, 'run' | 'seq' | 'at'> : never;

interface Header {
  readonly waypost: string;
  readonly request: RequestSummary;
}

/** A run has some 150. What a hostile server causes beyond this must not grow, nor slow down whoever folds the events. */
const mostObservations = 3_000;

export type RunLog = ReturnType<typeof runLog>;

const lastObservation: Observation = {
  type: 'line',
  protocol: 'system',
  peer: 'this run',
  direction: 'note',
  text: `this run has more than ${mostObservations} exchanges and lines; no more are recorded`,
};

/** Turns what happens into numbered events on the run's own time axis (milliseconds from its start). */
export function runLog(run: string, clock: Clock, emit: (event: RunEvent) => void) {
  const origin = clock.now();
  const startedAs = new Map<string, number>();
  let seq = 0;
  let ended = false;
  const now = () => Math.round((clock.now() - origin) * 1_000) / 1_000;
  const write = (body: Body<RunEvent>): number => {
    if (ended) return seq;
    ended = body.type === 'run-finished';
    emit({ run, seq, at: now(), ...body } as RunEvent);
    return seq++;
  };
  const parentOf = (probe: string) => startedAs.get(probe) ?? 0;

  let observed = 0;
  const observe = (probe: string, observation: Observation) => {
    observed += 1;
    if (observed > mostObservations) return;
    const body = { type: 'observation', probe, parent: parentOf(probe) } as const;
    write({ ...body, observation: observed < mostObservations ? observation : lastObservation });
  };

  const observer = (probe: string): Pick<Step, 'exchange' | 'line'> => ({
    exchange(protocol, peer, asked, roundTrips = 1) {
      const startedAt = now();
      let open = true;
      return (answered, corrected = roundTrips) => {
        if (!open) return;
        open = false;
        const duration = Math.round((now() - startedAt) * 1_000) / 1_000;
        const observation = {
          type: 'exchange',
          protocol,
          peer,
          asked: visible(asked),
          answered: visible(answered),
          startedAt,
          duration,
          roundTrips: corrected,
        } as const;
        observe(probe, observation);
      };
    },
    line(protocol, peer, direction, text) {
      const observation = { type: 'line', protocol, peer, direction, text: visible(text) } as const;
      observe(probe, observation);
    },
  });

  return {
    now,
    observer,
    runStarted({ waypost, request }: Header, plan: readonly PlannedProbe[]) {
      const startedAt = clock.date().toISOString();
      write({ type: 'run-started', version: 1, parent: null, waypost, startedAt, request, plan });
    },
    probeStarted(probe: string): number {
      const at = now();
      startedAs.set(probe, write({ type: 'probe-started', probe, parent: 0 }));
      return at;
    },
    probeFinished(probe: string, startedAt: number, { outcome, chain }: Answer) {
      write({
        type: 'probe-finished',
        probe,
        parent: parentOf(probe),
        outcome: outcome.kind,
        problems: problemsOf(outcome).map(bounded),
        because: outcome.kind === 'skipped' ? outcome.because : null,
        startedAt,
        duration: Math.round((now() - startedAt) * 1_000) / 1_000,
        chain,
      });
    },
    runFinished(outcome: RunOutcome, problem: Problem | null) {
      write({ type: 'run-finished', parent: 0, outcome, problem });
    },
  };
}
