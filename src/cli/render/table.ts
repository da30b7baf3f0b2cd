import type { Line } from './line.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /** A cell for each column; the first one names the row. */
  readonly rows: readonly (readonly string[])[];
}

const gap = 2;

/**
 * A table side by side where it fits into the window, else row by row, each cell with the name of its column: no
 * value is ever left out or cut, because it may be what somebody has to copy.
 */
export function tableLines({ title, columns, rows }: Table, width: number): Line[] {
  if (rows.length === 0) return [];
  const used = columns.map((_, i) => i === 0 || rows.some((row) => (row[i] ?? '') !== ''));
  const keep = (cells: readonly string[]) => cells.filter((_, i) => used[i]);
  const shown = rows.map(keep);
  const head = keep(columns);
  const widths = head.map((name, i) => Math.max(...[name, ...shown.map((row) => row[i] ?? '')].map(displayWidth)));
  const total = widths.reduce((sum, one) => sum + one, gap * (widths.length - 1)) + gap;
  const body = total <= width ? sideBySide(head, shown, widths) : rowByRow(head, shown, width);
  return [[], [{ text: title, tone: 'strong' }], ...body];
}

function sideBySide(head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]): Line[] {
  const line = (cells: readonly string[]) =>
    ' '.repeat(gap) +
    cells.map((cell, i) => cell + ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(cell)))).join(' '.repeat(gap));
  return [[{ text: line(head), tone: 'quiet' }], ...rows.map((row): Line => [line(row)])];
}

function rowByRow(head: readonly string[], rows: readonly (readonly string[])[], width: number): Line[] {
  return rows.flatMap(([name = '', ...cells]) => [
    ...wrap(name, width, gap, gap * 2),
    ...cells.flatMap((cell, i) => (cell === '' ? [] : wrap(`${head[i + 1] ?? ''}: ${cell}`, width, gap * 2, gap * 3))),
  ]);
}

export interface FactList {
  readonly title: string;
  /** Name and value; what has no value is left out. */
  readonly facts: readonly (readonly [name: string, value: string])[];
}

/** Names and values, one pair a line. */
export function factLines({ title, facts }: FactList, width: number): Line[] {
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return [];
  const names = Math.max(...known.map(([name]) => displayWidth(name)));
  const indent = gap + names + gap;
  const lines = known.flatMap(([name, value]) => {
    const [first = [], ...more] = wrap(value, width, indent);
    const label = ' '.repeat(gap) + name + ' '.repeat(indent - gap - displayWidth(name));
    return [[{ text: label, tone: 'quiet' } as const, ...withoutIndent(first, indent)], ...more];
  });
  return [[], [{ text: title, tone: 'strong' }], ...lines];
}

function withoutIndent(line: Line, indent: number): Line {
  return line.map((span) => (typeof span === 'string' ? span.slice(indent) : span));
}
