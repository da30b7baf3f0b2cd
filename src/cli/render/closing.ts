import type { Report, RunOutcome } from '../../run/index.ts';
import type { Line, Tone } from './line.ts';
import { problemLines } from './problem.ts';
import { rowsOf } from './rows.ts';
import { count, seconds } from './units.ts';
import { wrap } from './wrap.ts';

const verdicts: Readonly<Record<RunOutcome, { readonly words: string; readonly tone: Tone }>> = {
  passed: { words: 'Passed', tone: 'good' },
  failed: { words: 'Broken', tone: 'bad' },
  inconclusive: { words: 'Inconclusive', tone: 'warning' },
  cancelled: { words: 'Cancelled', tone: 'warning' },
};

/** The last lines: why the run ended early if it did, who has the message now, the verdict and the time. */
export function closingLines(report: Report, columns: number, verbose: boolean): Line[] {
  const { outcome, problem, chain, duration, roundTripFloor } = report;
  const { words, tone } = verdicts[outcome ?? 'inconclusive'];
  const isTold = report.probes.some(({ problems }) => problems.some(({ code }) => code === problem?.code));
  const early = problem && !isTold ? problemLines(problem, { columns, indent: 0, verbose }) : [];
  const statement = chain.custody?.statement ?? '';
  const trips = roundTripFloor.roundTrips;
  const time = `${seconds(duration ?? 0)}, ${count(trips, 'round trip')} at least`;
  return [
    ...(early.length > 0 ? [[], ...early] : []),
    [],
    ...(statement === '' ? [] : wrap(statement, columns, 0, 0, 'strong')),
    [{ text: `${words}${placeOf(report)}.`, tone }, ` ${time}.`],
  ];
}

/** Where the chain is broken, or where it could not be followed. */
function placeOf(report: Report): string {
  const { firstFailure, outcome } = report;
  if (firstFailure === null || outcome === 'passed' || outcome === 'cancelled') return '';
  const row = rowsOf(report).find(({ problems }) => problems.some(({ code }) => code === firstFailure.code));
  const owner = firstFailure.owner === 'user' ? 'you can fix it' : `for: ${firstFailure.owner}`;
  return ` at ${row?.label ?? firstFailure.probe} (${firstFailure.code}, ${owner})`;
}
