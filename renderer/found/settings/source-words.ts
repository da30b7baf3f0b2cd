import type { Problem } from '../../../src/core/index.ts';
import { bestTrust, type HeardSource } from '../../../src/run/index.ts';
import { count, duration } from '../../kit/format.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import type { Spoken } from '../../words/context.tsx';
import type { Tone } from '../glyph.tsx';

/** What a source came to, in a few words. */
export function answerWords({ probe, answers }: HeardSource, { words, locale }: Spoken): string {
  const { answers: own } = words.found.settings;
  if (probe === null) return own.notAsked;
  if (probe.outcome === 'waiting' || probe.outcome === 'running') return own[probe.outcome];
  if (probe.outcome === 'skipped') return whyNotAsked(probe.because, own);
  const servers = (answers ?? []).reduce((sum, answer) => sum + answer.servers.length, 0);
  if (servers > 0) return own.named(count(servers, locale), servers);
  if (probe.problems.some(({ code }) => code === 'settings.sign-in-needed')) return own.wantsSignIn;
  if (answers !== null) return own.nothing;
  return probe.problems.every(isSilence) ? own.notHeard : own.noSettings;
}

/** Nobody could be heard; otherwise somebody answered, and not with settings. */
function isSilence({ code }: Problem): boolean {
  return code.startsWith('net.') || code.startsWith('run.') || /^dns\.server-/.test(code);
}

type AnswerWords = Spoken['words']['found']['settings']['answers'];

function whyNotAsked(because: NonNullable<HeardSource['probe']>['because'], words: AnswerWords): string {
  if (because?.kind !== 'needs') return words.givenUp;
  return because.probe.startsWith('ldap.') ? words.signInFirst : words.notAsked;
}

/** What its answer is worth, and how long it took; the parts that are known. */
export function worthOf(source: HeardSource, { words, locale }: Spoken): readonly string[] {
  const { probe } = source;
  const trust = bestTrust(source);
  const took = probe === null || probe.outcome === 'skipped' ? null : probe.duration;
  return [
    ...(trust === null ? [] : [words.found.settings.trusts[trust]]),
    ...(took === null ? [] : [duration(took, locale)]),
  ];
}

/** How an answer looks; its words say the same. */
export function toneOf({ probe, answers }: HeardSource): Tone {
  const hasNamed = (answers ?? []).some(({ servers }) => servers.length > 0);
  if (probe === null || probe.outcome === 'skipped') return 'quiet';
  if (hasNamed) return probe.outcome === 'passed' ? 'good' : 'warning';
  if (probe.outcome === 'failed') return 'bad';
  return probe.outcome === 'unknown' || probe.problems.length > 0 ? 'warning' : 'quiet';
}

/** More than these are for the step's own page. */
const mostTitles = 3;

/** What went wrong with it, each once. */
export function faultsOf({ probe }: HeardSource, spoken: Spoken): readonly string[] {
  const titles = [...new Set((probe?.problems ?? []).map((problem) => problemInWords(problem, spoken).title))];
  const rest = titles.length - mostTitles;
  const { more } = spoken.words.found.settings;
  return rest > 0 ? [...titles.slice(0, mostTitles), more(count(rest, spoken.locale))] : titles;
}

/** Where exactly its answers came from, each once. */
export function originsOf({ answers }: HeardSource): readonly string[] {
  const named = (answers ?? []).filter(({ servers }) => servers.length > 0);
  return [...new Set(named.map(({ origin }) => origin))];
}
