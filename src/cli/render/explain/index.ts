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
  const target = targetOf(report);
  const place = { columns: style.columns, indent: 2, verbose: true, several: false, loud: true };
  return [
    [{ text: `Mail settings published for ${report.chain.settings?.domain ?? 'this address'}`, tone: 'strong' }],
    ...judgeSources(report).flatMap((source) => sourceLines(source, target, report, style)),
    ...rankedLines(report, style),
    ...gapLines(report, style.columns),
    ...otherProblems(report).flatMap((problem): Line[] => [[], ...problemLines(problem, place)]),
    [],
    ...summaryLines(report, style),
  ];
}
