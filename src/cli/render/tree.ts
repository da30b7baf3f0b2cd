import { describe } from '../../problems/index.ts';
import { type Link, type LinkState, linksOf, type Report } from '../../run/index.ts';
import { type Facts, factsOf } from './facts.ts';
import { cut, type Line } from './line.ts';
import { markOf } from './mark.ts';
import { sourceLines } from './sources/live.ts';
import type { Style } from './style.ts';
import { duration } from './units.ts';
import { displayWidth } from './width.ts';

/** Said of a link where there is nothing else to say. */
const words: Readonly<Partial<Record<LinkState, string>>> = { unknown: 'not checked', skipped: 'not tried' };

const labels: Readonly<Record<string, string>> = {
  dns: 'mail',
  dc: 'dc',
  ldap: 'user',
  relay: 'relay',
  message: 'message',
  mailbox: 'mailbox',
  custody: 'arrival',
  mx: 'route',
  settings: 'found',
};

function labelOf({ id }: Link): string {
  return labels[id] ?? id;
}

/** Columns of one report's lines; from the plan and the window alone, so that nothing moves while it runs. */
export interface TreeLayout {
  readonly label: number;
  readonly first: number;
  readonly second: number;
  readonly columns: number;
}

export const timeColumns = 8;
/** A mark with a blank on each side. */
const markColumns = 3;

export function layoutOf(links: readonly Link[], { columns }: Style): TreeLayout {
  const label = Math.max(4, ...links.map((link) => displayWidth(labelOf(link))));
  const room = columns - label - markColumns - timeColumns;
  return { label, first: Math.round(room * 0.34), second: Math.round(room * 0.29), columns };
}

/** Where the facts of a link begin; what belongs to it stands below, indented by as much. */
export function factColumn({ label }: TreeLayout): number {
  return label + markColumns;
}

/** A link with everything that is known about it, in as many lines as that takes. */
export function linkLine(link: Link, report: Report, layout: TreeLayout, style: Style): Line[] {
  const [first = [], ...more] = arrange(cellsOf(link, report), layout);
  const indent = ' '.repeat(factColumn(layout));
  return [
    withTime(head(link, first, layout, style), link.duration, layout),
    ...more.map((cells): Line => [indent + cells.join('  ')]),
  ];
}

/** The tree while it runs: one line a link and one a source of settings, each cut to the window. `now` in milliseconds from the run's start. */
export function liveTree(report: Report, now: number, style: Style): Line[] {
  const links = linksOf(report);
  const layout = layoutOf(links, style);
  return links.flatMap((link) => {
    const running = link.state === 'running' && link.startedAt !== null;
    const time = running ? Math.max(0, now - (link.startedAt ?? now)) : link.duration;
    const cells = cellsOf(link, report);
    const line = head(link, fitting(cells, layout) ?? padded(cells, layout), layout, style);
    const below = link.id === 'settings' ? sourceLines(report, now, style) : [];
    return [
      withTime(cut(line, layout.columns - timeColumns), time, layout),
      ...below.map((source) => cut(source, layout.columns)),
    ];
  });
}

function head(link: Link, cells: readonly string[], { label }: TreeLayout, style: Style): Line {
  const text = cells.join('  ');
  const isQuiet = link.state === 'skipped' || link.state === 'waiting';
  return [
    labelOf(link) + ' '.repeat(label - displayWidth(labelOf(link)) + 1),
    markOf(link.state, style),
    ' ',
    isQuiet ? { text, tone: 'quiet' } : text,
  ];
}

function cellsOf(link: Link, report: Report): Facts {
  const facts = link.state === 'waiting' ? [] : factsOf(link.id, report);
  const said = wordsOf(link, facts);
  const isTold = link.id === 'message' && facts.length > 0;
  return said === '' || isTold ? facts : [...facts, said];
}

/** What is being done, as long as there is nothing else to say. */
const doings: Readonly<Record<string, string>> = {
  dns: 'looking the name up…',
  dc: 'looking for a domain controller…',
  ldap: 'signing in…',
  relay: 'asking the relay…',
  message: 'handing the message over…',
  mailbox: 'asking the mailbox…',
  custody: 'looking for the message…',
  mx: 'looking the gateways up…',
  settings: 'asking all sources…',
};

function wordsOf({ id, state, problems }: Link, facts: Facts): string {
  if (state === 'running') return facts.length === 0 ? (doings[id] ?? '') : '';
  if (state === 'unknown' && problems.some((problem) => describe(problem).severity === 'decision')) {
    return 'needs a decision';
  }
  // The relay is found without anybody's password, and only then used.
  if (state === 'skipped' && id === 'relay' && facts.length > 0) return 'sign-in not tried';
  return words[state] ?? '';
}

/** Cells side by side as long as they fit, the rest on further lines. */
function arrange(cells: Facts, layout: TreeLayout): string[][] {
  for (let count = cells.length; count > 0; count--) {
    const some = cells.slice(0, count);
    const line = fitting(some, layout) ?? (count === 1 ? [...some] : null);
    if (line !== null) return count === cells.length ? [line] : [line, ...arrange(cells.slice(count), layout)];
  }
  return [[]];
}

/** Cells in their columns, or at least close together, when that fits into one line. */
function fitting(cells: Facts, layout: TreeLayout): string[] | undefined {
  const room = layout.columns - factColumn(layout) - timeColumns;
  const tries = [padded(cells, layout), padded(cells, { ...layout, second: 0 }), [...cells]];
  return tries.find((line) => displayWidth(line.join('  ')) <= room);
}

function padded(cells: Facts, { first, second }: TreeLayout): string[] {
  const widths = [first, second];
  return cells.map((cell, i) =>
    i < cells.length - 1 ? cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(cell))) : cell,
  );
}

function withTime(line: Line, ms: number | null, { columns }: TreeLayout): Line {
  if (ms === null) return line;
  const text = duration(ms);
  const used = line.reduce((sum, span) => sum + displayWidth(typeof span === 'string' ? span : span.text), 0);
  return [...line, ' '.repeat(Math.max(2, columns - used - text.length)), { text, tone: 'quiet' }];
}
