import type { Report, RunEvent, RunState } from '../../run/index.ts';

/** One way to show a run. All of them see it through the one fold. */
export interface Output {
  /** After each event; `state` holds it already. */
  show(event: RunEvent, state: RunState): void;
  /** Resolves when the last line has been taken. */
  finish(report: Report): Promise<void>;
}
