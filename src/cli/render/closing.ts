import { catalogue, isKnownCode } from '../../problems/index.ts';
import { countWarnings, linkOf, linksOf, type Report, type RunOutcome } from '../../run/index.ts';
import type { Line, Tone } from './line.ts';
import { problemLines } from './problem.ts';
import { count, seconds } from './units.ts';
import { wrap } from './wrap.ts';

interface Verdict {
  readonly words: string;
  readonly tone: Tone;
}

const verdicts: Readonly<Record<RunOutcome, Verdict>> = {
  passed: { words: 'Passed', tone: 'good' },
  failed: { words: 'Broken', tone: 'bad' },
  inconclusive: { words: 'Inconclusive', tone: 'warning' },
  cancelled: { words: 'Cancelled', tone: 'warning' },
};

/** The last lines: why the run ended early if it did, who has the message now, the verdict and the time. */
export function closingLines(report: Report, columns: number, verbose: boolean): Line[] {
  const { outcome, problem, chain } = report;
  const isTold = report.probes.some(({ problems }) => problems.some(({ code }) => code === problem?.code));
  const place = { columns, indent: 0, verbose, several: false, loud: true };
  const early = problem && !isTold ? problemLines(problem, place) : [];
  const statement = sentence(chain.custody?.statement ?? '');
  return [
    ...(early.length > 0 ? [[], ...early] : []),
    [],
    ...(statement === '' ? [] : wrap(statement, columns, 0, 0, 'strong')),
    ...verdictLines(report, verdicts[outcome ?? 'inconclusive'], columns, verbose),
    ...(verbose ? floorLines(report) : []),
  ];
}

function sentence(text: string): string {
  return text === '' ? '' : text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith('.') ? '' : '.');
}

function verdictLines(report: Report, { words, tone }: Verdict, columns: number, verbose: boolean): Line[] {
  const time = seconds(report.duration ?? 0);
  const place = placeOf(report);
  if (place !== null) {
    return [...wrap(`${words} at ${place}.`, columns, 0, 0, tone), ...handOn(columns, verbose), [`It took ${time}.`]];
  }
  const warnings = report.outcome === 'passed' ? countWarnings(report) : 0;
  const how = report.outcome === 'passed' ? 'in' : 'after';
  return [[{ text: words, tone }, ` ${how} ${time}${warnings > 0 ? `, with ${count(warnings, 'warning')}` : ''}.`]];
}

function floorLines({ roundTripFloor: { roundTrips } }: Report): Line[] {
  return roundTrips === 0 ? [] : [[`No run can do this in fewer than ${count(roundTrips, 'round trip')}.`]];
}

const fixers: Readonly<Record<string, string>> = {
  user: 'you can fix this',
  dns: 'DNS administrators fix this',
  directory: 'directory administrators fix this',
  mail: 'mail administrators fix this',
  network: 'network administrators fix this',
};

/** The links in a sentence. */
const places: Readonly<Record<string, string>> = {
  dns: 'the name of the server',
  dc: 'the domain controller',
  ldap: 'the sign-in',
  relay: 'the relay',
  message: 'the message',
  mailbox: 'the mailbox',
  custody: 'the arrival',
  mx: 'the route',
  settings: 'the settings',
};

/** Where the chain is broken, or where it could not be followed. */
function placeOf(report: Report): string | null {
  const { firstFailure, outcome } = report;
  if (firstFailure === null || outcome === 'passed' || outcome === 'cancelled') return null;
  const { probe, code, owner } = firstFailure;
  const own = linkOf({ id: probe });
  const link = own in places ? own : linksOf(report).find(({ problems }) => problems.some((p) => p.code === code))?.id;
  const isDecision = isKnownCode(code) && catalogue[code].severity === 'decision';
  const decision = owner === 'user' ? 'it needs your decision' : 'it needs a decision';
  return `${places[link ?? ''] ?? probe} (${code}): ${isDecision ? decision : (fixers[owner] ?? owner)}`;
}

/** Who cannot fix it can at least hand it on. */
function handOn(columns: number, verbose: boolean): Line[] {
  const evidence = verbose ? '' : 'with --verbose for the evidence, or ';
  return wrap(`Run it ${evidence}with --json for a report to hand on.`, columns, 0, 0, 'quiet');
}
