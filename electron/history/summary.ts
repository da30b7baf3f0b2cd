import { type RunEvent, replay } from '../../src/run/index.ts';
import type { HistoryEntry } from '../contract.ts';
import { eventOf, valueIn } from './event-file.ts';

/** Most of a run is what was said on the way, which changes nothing in a summary. No text of a server can look so. */
const observation = '"type":"observation"';

/** One line of the list, from the file of a run that may have been cut short; null when there is none to tell of. */
export function summaryIn(text: string): HistoryEntry | null {
  const events: RunEvent[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.includes(observation)) continue;
    const event = eventOf(valueIn(line));
    if (event === null) break;
    events.push(event);
  }
  return summaryOf(events);
}

function summaryOf(events: readonly RunEvent[]): HistoryEntry | null {
  const { run, startedAt, request, outcome, duration, firstFailure, probes } = replay(events);
  if (request === null) return null;
  const { server, destination, user } = request.options;
  const problem = probes.find(({ id }) => id === firstFailure?.probe)?.problem ?? null;
  return {
    run,
    startedAt,
    goal: request.goal,
    server: textOf(server ?? destination),
    user: textOf(user),
    outcome,
    duration,
    problem: problem && { code: problem.code, args: { ...problem.args } },
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
