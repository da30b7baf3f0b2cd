import { type HeardSource, heardSources, type Report } from '../../../run/index.ts';
import type { Line } from '../line.ts';
import { markOf } from '../mark.ts';
import type { Style } from '../style.ts';
import { duration } from '../units.ts';
import { answerOf, trustOf } from './answer.ts';
import { sourceLabels } from './sources.ts';

const labelColumns = 18;
const answerColumns = 22;

/** The sources while they are being asked, a line each, so that what has been heard is seen at once. */
export function sourceLines(report: Report, now: number, style: Style): Line[] {
  return heardSources(report)
    .filter(({ probe }) => probe !== null)
    .map((source) => sourceLine(source, now, style));
}

function sourceLine(source: HeardSource, now: number, style: Style): Line {
  const { probe } = source;
  const { outcome = 'waiting', startedAt = null, duration: took = null } = probe ?? {};
  const ms = outcome === 'running' && startedAt !== null ? Math.max(0, now - startedAt) : took;
  const told = [trustOf(source), ms === null || outcome === 'skipped' ? '' : duration(ms)].filter(
    (text) => text !== '',
  );
  return [
    '  ',
    markOf(outcome, style),
    ` ${sourceLabels[source.name].padEnd(labelColumns)}${answerOf(source).padEnd(answerColumns)}`,
    { text: told.join(', '), tone: 'quiet' },
  ];
}
