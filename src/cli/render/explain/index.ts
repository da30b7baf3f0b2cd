import type { Report } from '../../../run/index.ts';
import type { Line } from '../line.ts';
import { problemLines } from '../problem.ts';
import { gapLines } from '../sources/gaps.ts';
import type { Style } from '../style.ts';
import { judgeSources, otherProblems } from './judge.ts';
import { targetOf } from './publish.ts';
import { rankedLines } from './servers.ts';
import { sourceLines } from './source.ts';
import { summaryLines } from './verdict.ts';

export { explainedOutcome } from './verdict.ts';

/** What is published for a mail domain, for its administrator: each source, then the servers, then what comes out of it. */
export function explainLines(report: Report, style: Style): Line[] {
  const { settings } = report.chain;
  const place = { columns: style.columns, indent: 2, verbose: true, several: false, loud: true };
  const problems = otherProblems(report).flatMap((problem): Line[] => [[], ...problemLines(problem, place)]);
  // Without a mail domain nobody was asked.
  if (settings === null) return [...problems, []];
  const target = targetOf(report);
  return [
    [{ text: `Mail settings published for ${settings.domain}`, tone: 'strong' }],
    ...judgeSources(report).flatMap((source) => sourceLines(source, target, report, style)),
    ...rankedLines(report, style),
    ...gapLines(report, style.columns),
    ...problems,
    [],
    ...summaryLines(report, style),
  ];
}
