import { catalogue, isKnownCode } from '../../problems/index.ts';
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
  const early = problem && !isTold ? problemLines(problem, { columns, indent: 0, verbose, several: false }) : [];
  const statement = sentence(chain.custody?.statement ?? '');
  const trips = roundTripFloor.roundTrips;
  const place = placeOf(report);
  const floor = trips === 0 ? '' : `, ${count(trips, 'round trip')} at least`;
  const time = `${seconds(duration ?? 0)}${floor}.`;
  const verdict: Line[] =
    place === null
      ? [[{ text: `${words}.`, tone }, ` ${time}`]]
      : [...wrap(`${words} at ${place}.`, columns, 0, 0, tone), ...handOn(report, columns), [time]];
  return [
    ...(early.length > 0 ? [[], ...early] : []),
    [],
    ...(statement === '' ? [] : wrap(statement, columns, 0, 0, 'strong')),
    ...verdict,
  ];
}

function sentence(text: string): string {
  return text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith('.') ? '' : '.');
}

const fixers: Readonly<Record<string, string>> = {
  user: 'you can fix this',
  dns: 'DNS administrators fix this',
  directory: 'directory administrators fix this',
  mail: 'mail administrators fix this',
  network: 'network administrators fix this',
};

/** Where the chain is broken, or where it could not be followed. */
function placeOf(report: Report): string | null {
  const { firstFailure, outcome } = report;
  if (firstFailure === null || outcome === 'passed' || outcome === 'cancelled') return null;
  const { probe, code, owner } = firstFailure;
  const row = rowsOf(report).find(({ problems }) => problems.some((problem) => problem.code === code));
  const isDecision = isKnownCode(code) && catalogue[code].severity === 'decision';
  return `${row?.label ?? probe}: ${isDecision ? 'it needs your decision' : (fixers[owner] ?? owner)} (${code})`;
}

/** Who cannot fix it can at least hand it on. */
function handOn({ firstFailure }: Report, columns: number): Line[] {
  if (firstFailure === null || firstFailure.owner === 'user') return [];
  return wrap('To hand it on, send the output of the same command with --json.', columns, 0, 0, 'quiet');
}
