import { type Report, type RunEvent, replay } from '../../src/run/index.ts';

/** The last runs of this window, with what they have found so far; whatever is kept of them on the disk. */
export interface RecentRuns {
  note(run: string, events: readonly RunEvent[]): void;
  /** null when there was no such run, or when there have been many since. */
  reportOf(run: string): Report | null;
}

export function keepRecentRuns(most = 8): RecentRuns {
  const kept = new Map<string, RunEvent[]>();
  return {
    note(run, events) {
      // What was said on the way is most of a run, and finds nothing.
      const found = events.filter(({ type }) => type !== 'observation');
      kept.set(run, [...(kept.get(run) ?? []), ...found]);
      for (const oldest of [...kept.keys()].slice(0, -most)) kept.delete(oldest);
    },
    reportOf(run) {
      const events = kept.get(run);
      return events === undefined ? null : replay(events);
    },
  };
}
