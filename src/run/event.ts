import type { Problem, SkipReason } from '../core/index.ts';
import type { Observation } from './observation.ts';
import type { ChainPatch, RequestSummary, RunOutcome } from './report/schema.ts';

interface Base {
  readonly run: string;
  /** Counts from 0 without a gap. */
  readonly seq: number;
  /** The `seq` of the event that this one belongs under; null for the first. */
  readonly parent: number | null;
  /** Monotonic milliseconds from the run's start. */
  readonly at: number;
}

export interface PlannedProbe {
  readonly id: string;
  readonly needs: readonly string[];
  readonly considers: readonly string[];
  readonly aside: boolean;
}

export interface RunStarted extends Base {
  readonly type: 'run-started';
  readonly version: 1;
  readonly waypost: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly request: RequestSummary;
  /** The probes in chain order, which is the order to show them in. */
  readonly plan: readonly PlannedProbe[];
}

export interface ProbeStarted extends Base {
  readonly type: 'probe-started';
  readonly probe: string;
}

export interface Observed extends Base {
  readonly type: 'observation';
  readonly probe: string;
  readonly observation: Observation;
}

/** An outcome as data: its value is in `chain`, as far as it is for the report. */
export interface ProbeFinished extends Base {
  readonly type: 'probe-finished';
  readonly probe: string;
  readonly outcome: 'passed' | 'warned' | 'failed' | 'skipped' | 'unknown';
  readonly problems: readonly Problem[];
  readonly because: SkipReason | null;
  readonly startedAt: number;
  readonly duration: number;
  readonly chain: ChainPatch;
}

export interface RunFinished extends Base {
  readonly type: 'run-finished';
  readonly outcome: RunOutcome;
  /** Why the run as a whole ended early, if it did. */
  readonly problem: Problem | null;
}

export type RunEvent = RunStarted | ProbeStarted | Observed | ProbeFinished | RunFinished;
