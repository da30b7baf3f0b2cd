import { linksOf, ownProblems, type Report } from '../../run/index.ts';
import { closingLines } from './closing.ts';
import { exchangeLines } from './exchanges.ts';
import { explainLines } from './explain/index.ts';
import type { Line } from './line.ts';
import { aboveLine, problemLines } from './problem.ts';
import { sectionLines } from './sections.ts';
import type { Style } from './style.ts';
import { transcriptLines } from './transcript.ts';
import { factColumn, layoutOf, linkLine } from './tree.ts';

export interface Detail {
  readonly verbose: boolean;
  readonly transcript: boolean;
  /** For the administrator of the mail domain, instead of the links. */
  readonly explain?: boolean;
}

/** One link and the problems that belong to it, by its place in the chain. The report is a safe one. */
export function linkLines(report: Report, place: number, style: Style, { verbose, explain = false }: Detail): Line[] {
  if (explain) return [];
  const links = linksOf(report);
  const link = links[place];
  if (link === undefined) return [];
  const layout = layoutOf(links, style);
  const { told, above } = ownProblems(links, place);
  // The first broken link is the loudest thing on the screen.
  const loud = links.slice(0, place).every(({ state }) => state !== 'failed');
  const where = { columns: style.columns, indent: factColumn(layout), verbose, several: told.length > 1, loud };
  return [
    ...linkLine(link, report, layout, style),
    ...told.flatMap((problem) => problemLines(problem, where)),
    ...above.flatMap((problem) => aboveLine(problem, where)),
  ];
}

/** Everything below the links. */
export function afterLinks(report: Report, style: Style, { verbose, transcript, explain = false }: Detail): Line[] {
  const { columns } = style;
  const said = transcript ? transcriptLines(report, columns) : [];
  if (explain) return [...explainLines(report, style), ...said];
  return [
    ...sectionLines(report, columns, verbose),
    ...(verbose ? exchangeLines(report, columns) : []),
    ...said,
    ...closingLines(report, columns, verbose),
  ];
}

/** The whole report. */
export function reportLines(report: Report, style: Style, detail: Detail): Line[] {
  const lines = linksOf(report).flatMap((_, place) => linkLines(report, place, style, detail));
  return [...lines, ...afterLinks(report, style, detail)];
}
