import type { Line } from './line.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** One for each column; the first one names the row. */
  readonly cells: readonly string[];
  /** What is too long for a column: names and values below the row. Empty values are left out. */
  readonly below?: readonly (readonly [name: string, value: string])[];
}

const gap = 2;
const indent = 2;

/**
 * A table side by side where it fits into the window, else row by row, each cell with the name of its column. No value
 * is ever cut, because it may be what somebody has to copy. Columns that would be empty are left out.
 */
export function tableLines({ title, columns, rows }: Table, width: number): Line[] {
  if (rows.length === 0) return [];
  const used = columns.map((_, i) => i === 0 || rows.some(({ cells }) => (cells[i] ?? '') !== ''));
  const head = columns.filter((_, i) => used[i]);
  const shown = rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => used[i]) }));
  const widths = head.map((name, i) =>
    Math.max(...[name, ...shown.map((row) => row.cells[i] ?? '')].map(displayWidth)),
  );
  const total = widths.reduce((sum, one) => sum + one + gap, indent - gap);
  const body = total <= width ? sideBySide(head, shown, widths, width) : rowByRow(head, shown, width);
  return [[], [{ text: title, tone: 'strong' }], ...body];
}

function sideBySide(
  head: readonly string[],
  rows: readonly TableRow[],
  widths: readonly number[],
  width: number,
): Line[] {
  const line = (cells: readonly string[]) =>
    ' '.repeat(indent) + cells.map((cell, i) => padEnd(cell, widths[i] ?? 0)).join(' '.repeat(gap));
  return [
    [{ text: line(head), tone: 'quiet' }],
    ...rows.flatMap(({ cells, below = [] }): Line[] => [[line(cells)], ...pairs(below, width)]),
  ];
}

function rowByRow(head: readonly string[], rows: readonly TableRow[], width: number): Line[] {
  return rows.flatMap(({ cells: [name = '', ...cells], below = [] }) => [
    ...wrap(name, width, indent, indent + 2),
    ...pairs([...cells.map((cell, i) => [head[i + 1] ?? '', cell] as const), ...below], width),
  ]);
}

function pairs(values: readonly (readonly [string, string])[], width: number): Line[] {
  const known = values.filter(([, value]) => value !== '');
  return known.flatMap(([name, value]) => wrap(`${name}: ${value}`, width, indent + 2, indent + 4));
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
