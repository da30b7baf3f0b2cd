import type { Report, RunOutcome } from '../../../run/index.ts';
import type { Line, Tone } from '../line.ts';
import { sourceLabels } from '../sources/sources.ts';
import type { Style } from '../style.ts';
import { seconds } from '../units.ts';
import { wrap } from '../wrap.ts';
import { isPublishable, judgeSources, otherProblems, type Verdict, verdictWords } from './judge.ts';

/** What the ranking finds wrong with the published settings as a whole. */
const flaws: readonly string[] = ['settings.disagreement', 'settings.plain-only'];

/**
 * What a run comes to for the administrator of the domain: what is published and wrong breaks it, though others may have been
 * found; what is not published does not.
 */
export function explainedOutcome(report: Report): RunOutcome | null {
  const verdicts = judgeSources(report).map(({ verdict }) => verdict);
  if (report.outcome === 'failed' && isSilent(verdicts)) return 'inconclusive';
  if (report.outcome !== 'passed') return report.outcome;
  const isFlawed = otherProblems(report).some(({ code }) => flaws.includes(code));
  if (isFlawed || verdicts.includes('broken')) return 'failed';
  return verdicts.includes('unheard') ? 'inconclusive' : 'passed';
}

/** Where nobody could be heard, nothing is known to be missing. */
function isSilent(verdicts: readonly Verdict[]): boolean {
  return verdicts.every((verdict) => verdict === 'unheard' || verdict === 'unasked');
}

const words: Readonly<Record<RunOutcome, readonly [string, Tone]>> = {
  passed: ['Nothing that is published is broken', 'good'],
  failed: ['Something that is published is broken', 'bad'],
  inconclusive: ['Not everything could be checked', 'warning'],
  cancelled: ['Cancelled', 'warning'],
};

const noServer = ['No server was found that can be used', 'bad'] as const;

function hasNoServer(report: Report): boolean {
  const { settings } = report.chain;
  return (
    explainedOutcome(report) === 'failed' &&
    report.outcome === 'failed' &&
    (settings?.servers ?? []).every(({ verdict }) => verdict !== 'chosen')
  );
}

const order: readonly Verdict[] = ['published', 'remarks', 'broken', 'unheard', 'absent', 'unasked'];

/** The sources by their verdict, and what comes out of it. */
export function summaryLines(report: Report, { columns }: Style): Line[] {
  const sources = judgeSources(report).filter(isPublishable);
  const groups = order.flatMap((verdict) => {
    const own = sources.filter((source) => source.verdict === verdict).map(({ name }) => sourceLabels[name]);
    return own.length === 0 ? [] : [`${verdictWords[verdict]}: ${own.join(', ')}`];
  });
  const [text, tone] = hasNoServer(report) ? noServer : words[explainedOutcome(report) ?? 'inconclusive'];
  return [
    ...groups.flatMap((group) => wrap(`${group.charAt(0).toUpperCase()}${group.slice(1)}.`, columns, 0, 2)),
    [{ text, tone }, `, after ${seconds(report.duration ?? 0)}.`],
  ];
}
