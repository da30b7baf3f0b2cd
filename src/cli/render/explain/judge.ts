import type { Problem } from '../../../core/index.ts';
import { describe } from '../../../problems/index.ts';
import {
  type HeardSource,
  heardSources,
  type LinkState,
  type RankedServer,
  type Report,
  type SourceName,
  sourceNames,
} from '../../../run/index.ts';
import { isSilence } from '../sources/answer.ts';

export type Verdict = 'published' | 'remarks' | 'broken' | 'absent' | 'unheard' | 'unasked';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  published: 'well published',
  remarks: 'published, with remarks',
  broken: 'broken',
  absent: 'not published',
  unheard: 'could not be asked',
  unasked: 'not asked',
};

export const verdictMarks: Readonly<Record<Verdict, LinkState>> = {
  published: 'passed',
  remarks: 'warned',
  broken: 'failed',
  absent: 'skipped',
  unheard: 'unknown',
  unasked: 'skipped',
};

/** Sources that nobody publishes: they are there, or are not. */
const unpublished: readonly SourceName[] = ['provider', 'common-names'];

export function isPublishable({ name }: HeardSource): boolean {
  return !unpublished.includes(name);
}

/** A verdict in words, as it is said of this source. */
export function verdictWord(source: JudgedSource): string {
  const { verdict } = source;
  if (isPublishable(source)) return verdictWords[verdict];
  return { ...verdictWords, published: 'found', remarks: 'found, with remarks', absent: 'nothing' }[verdict];
}

/** One source as its administrator has to see it. */
export interface JudgedSource extends HeardSource {
  readonly verdict: Verdict;
  /** Servers that it names and the ranking has something against. */
  readonly faulty: readonly RankedServer[];
  /** Each once. */
  readonly problems: readonly Problem[];
}

/** Every source with its verdict, in the order of trust. Pure, from the report alone. */
export function judgeSources(report: Report): readonly JudgedSource[] {
  const { settings } = report.chain;
  return heardSources(report).map((source) => {
    const named = (settings?.servers ?? []).filter(({ sources }) => sources.some((one) => one.source === source.name));
    const faulty = isPublishable(source) ? named.filter(isFaulty) : [];
    const judged = { ...source, faulty, problems: problemsOf(source, report) };
    return { ...judged, verdict: verdictOf(judged, settings?.domain ?? '') };
  });
}

/** Those of its probe; where SRV records lead to an alias was found out when the servers were tried. */
function problemsOf({ name, probe }: HeardSource, { probes }: Report): readonly Problem[] {
  const proof = name === 'dns' ? probes.find(({ id }) => id === 'settings.proof') : undefined;
  const aliases = (proof?.problems ?? []).filter(({ code }) => code === 'settings.srv-alias');
  const known = new Set<string>();
  return [...(probe?.problems ?? []), ...aliases].filter(({ code, args }) => {
    const key = JSON.stringify([code, args]);
    return known.has(key) ? false : known.add(key);
  });
}

function verdictOf(source: Omit<JudgedSource, 'verdict'>, domain: string): Verdict {
  const { probe, faulty, problems } = source;
  if (probe === null || probe.outcome === 'skipped') return 'unasked';
  const isBroken = faulty.some(isBrokenServer) || problems.some((problem) => isDefect(problem, domain));
  if (isBroken || isHttpOnly(source)) return 'broken';
  if (hasAnswer(source)) return faulty.length > 0 || problems.length > 0 ? 'remarks' : 'published';
  return problems.some(isSilence) ? 'unheard' : 'absent';
}

/** Whoever answers over http has proved nothing: it could be anybody on the way. */
export function isHttpOnly({ answers }: HeardSource): boolean {
  return answers !== null && answers.length > 0 && answers.every(({ trust }) => trust === 'http');
}

function hasAnswer({ answers }: HeardSource): boolean {
  return (answers ?? []).length > 0;
}

function isFaulty(server: RankedServer): boolean {
  return isBrokenServer(server) || server.reason === 'oauth2-only' || server.approved === null;
}

/** Without encryption, not there, or with a certificate that proves another name. */
function isBrokenServer({ security, verified }: RankedServer): boolean {
  return security === 'plain' || verified === false;
}

const places = ['settings.http-status', 'settings.not-settings', 'settings.redirect-refused', 'settings.redirect-loop'];

/**
 * Whether a problem is a fault of what is published. The web server of the bare domain has other things to do: what it answers
 * is a remark; a host that is there for nothing else must answer well.
 */
function isDefect(problem: Problem, domain: string): boolean {
  const { code } = problem;
  if (isSilence(problem) || describe(problem).severity === 'notice') return false;
  const isAboutPlace = places.includes(code) || code.startsWith('tls.') || code.startsWith('dns.');
  return !isAboutPlace || hostOf(problem) !== domain;
}

export function hostOf({ args }: Problem): string {
  const place = String(args['url'] ?? args['host'] ?? args['name'] ?? '');
  return /^https?:\/\/([^/:]+)/.exec(place)?.[1] ?? place;
}

/** What is wrong beside the sources: the question itself, the ranking’s own findings, a sign-in. */
export function otherProblems({ probes }: Report): readonly Problem[] {
  const sources = sourceNames.map((name) => `settings.${name}`);
  return probes
    .filter(({ id }) => id !== 'settings.proof' && !sources.includes(id))
    .flatMap(({ problems }) => problems);
}
