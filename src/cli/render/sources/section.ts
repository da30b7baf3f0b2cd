import { type HeardSource, heardSources, type Report } from '../../../run/index.ts';
import type { Line } from '../line.ts';
import { type TableRow, tableLines } from '../table.ts';
import { duration } from '../units.ts';
import { answerOf, trustOf } from './answer.ts';
import { sourceLabels } from './sources.ts';

const columns = ['source', 'answer', 'trust', 'time'];

/** Every source that was asked: what it came to, what that is worth, how long it took, and where exactly it came from. */
export function sourceSection(report: Report, width: number): Line[] {
  const asked = heardSources(report).filter(({ probe }) => probe !== null);
  return tableLines({ title: 'Where settings were looked for', columns, rows: asked.map(rowOf) }, width);
}

function rowOf(source: HeardSource): TableRow {
  const { name, probe, answers } = source;
  const ms = probe?.duration ?? null;
  const isAsked = probe?.outcome !== 'skipped' && ms !== null;
  const origins = (answers ?? []).filter(({ servers }) => servers.length > 0).map(({ origin }) => origin);
  return {
    cells: [sourceLabels[name], answerOf(source), trustOf(source), isAsked ? duration(ms) : ''],
    below: [...new Set(origins)].map((origin) => ['from', origin] as const),
  };
}
