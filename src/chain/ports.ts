import type { AttemptBudget, Clock, Secret } from '../core/index.ts';
import type { OsRecorder } from '../platform/index.ts';
import type { Probe } from '../run/index.ts';

/** What the probes may use of the world. */
export interface ChainPorts {
  readonly clock: Clock;
  readonly recorder: OsRecorder;
  readonly password: Secret | null;
  readonly relayPassword: Secret | null;
  /** At most one failing password attempt per run, over all servers and protocols. */
  readonly attempts: AttemptBudget;
}

export type ChainProbe<T> = Probe<T, ChainPorts>;
