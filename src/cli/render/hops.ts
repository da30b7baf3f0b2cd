import type { Hop, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { type TableRow, tableLines } from './table.ts';
import { duration } from './units.ts';

/** The way that a message came, by the word of the servers on it. */
export function hopSection({ chain: { custody } }: Report, width: number): Line[] {
  const rows = (custody?.arrival?.hops ?? []).map(rowOf);
  const columns = ['taken by', 'from', 'protocol', 'encrypted', 'delay'];
  return tableLines({ title: 'The way of the message, as each server tells it', columns, rows }, width);
}

function rowOf({ from, by, with: protocol, tls, delay, id, at }: Hop): TableRow {
  return {
    cells: [by ?? '?', from ?? '', protocol ?? '', tls === null ? '' : tls ? 'yes' : 'no', delayWords(delay)],
    below: [
      ['id', id ?? ''],
      ['at', at ?? ''],
    ],
  };
}

/** Clocks that disagree make a delay negative. */
function delayWords(delay: number | null): string {
  if (delay === null) return '';
  return delay < 0 ? `-${duration(-delay)}` : duration(delay);
}
