import type { Report } from '../../src/run/index.ts';

/** One question of the critical path, in milliseconds. */
export interface PathStep {
  readonly what: string;
  readonly roundTrips: number;
  /** Between the answer before and this question: our own work, or a wait of ours. */
  readonly before: number;
  readonly took: number;
}

export interface TimedPath {
  readonly steps: readonly PathStep[];
  /** From the last answer to the end of the run. */
  readonly after: number;
}

/** The path that the report's floor counts, with the times of its exchanges: where the run's duration went. */
export function timedPath(report: Report): TimedPath {
  const steps: PathStep[] = [];
  let now = 0;
  for (const { probe, step, roundTrips } of report.roundTripFloor.path) {
    const exchanges = report.probes.find(({ id }) => id === probe)?.exchanges ?? [];
    const exchange = exchanges.find(
      ({ protocol, peer, asked, startedAt, duration }) =>
        `${protocol} ${peer} ${asked}` === step && startedAt + duration > now,
    );
    if (exchange === undefined) throw new Error(`${probe}: no exchange for "${step}"`);
    const { protocol, asked, startedAt, duration } = exchange;
    steps.push({ what: `${protocol} ${brief(asked)}`, roundTrips, before: startedAt - now, took: duration });
    now = startedAt + duration;
  }
  return { steps, after: (report.duration ?? now) - now };
}

function brief(asked: string): string {
  return asked.replaceAll(/ (?:SIZE|RET|ENVID|NOTIFY|ORCPT|BODY)=\S*?(?=,? |,?$)/g, '').replaceAll(/[<>|`]/g, '');
}
