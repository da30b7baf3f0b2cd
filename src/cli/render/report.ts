import type { Problem } from '../../core/index.ts';
import { withoutConsequences } from '../../problems/index.ts';
import type { Report } from '../../run/index.ts';
import { closingLines } from './closing.ts';
import { exchangeLines } from './exchanges.ts';
import type { Line } from './line.ts';
import { problemLines } from './problem.ts';
import { type Row, rowsOf } from './rows.ts';
import { sectionLines } from './sections.ts';
import type { Style } from './style.ts';
import { transcriptLines } from './transcript.ts';
import { factColumn, layoutOf, rowLines } from './tree.ts';

export interface Detail {
  readonly verbose: boolean;
  readonly transcript: boolean;
}

/** One link and the problems that belong to it, by its place in the chain. The report is a safe one. */
export function linkLines(report: Report, place: number, style: Style, { verbose }: Detail): Line[] {
  const rows = rowsOf(report);
  const row = rows[place];
  if (row === undefined) return [];
  const layout = layoutOf(rows, style);
  const own = ownProblems(row, rows.slice(0, place));
  const where = { columns: style.columns, indent: factColumn(layout), verbose, several: own.length > 1 };
  return [...rowLines(row, report, layout, style), ...own.flatMap((problem) => problemLines(problem, where))];
}

/** Everything below the links. */
export function afterLinks(report: Report, { columns }: Style, { verbose, transcript }: Detail): Line[] {
  return [
    ...sectionLines(report, columns),
    ...(verbose ? exchangeLines(report, columns) : []),
    ...(transcript ? transcriptLines(report, columns) : []),
    ...closingLines(report, columns, verbose),
  ];
}

/** The whole report. */
export function reportLines(report: Report, style: Style, detail: Detail): Line[] {
  const links = rowsOf(report).flatMap((_, place) => linkLines(report, place, style, detail));
  return [...links, ...afterLinks(report, style, detail)];
}

/** A link's problems without the mere consequences of others, and without those that an earlier link has shown. */
function ownProblems(row: Row, earlier: readonly Row[]): Problem[] {
  const before = earlier.flatMap(({ problems }) => problems);
  const kept = new Set(withoutConsequences([...before, ...row.problems]));
  const seen = new Set(before.map(identity));
  const own = row.problems.filter((problem) => kept.has(problem) && !seen.has(identity(problem)));
  return own.filter((problem, i) => own.findIndex((other) => identity(other) === identity(problem)) === i);
}

/** One end of a run stops many probes: it is told once. */
const ends: readonly string[] = ['run.cancelled', 'run.deadline', 'run.engine-stopped'];

function identity({ code, args }: Problem): string {
  return ends.includes(code) ? code : JSON.stringify([code, args]);
}
