import { visible } from '../../src/core/index.ts';
import type { Report } from '../../src/run/index.ts';
import type { Spoken } from '../words/context.tsx';
import { duration } from './format.ts';
import { chainLines } from './report-text/chain-lines.ts';
import { headerLines } from './report-text/header.ts';
import { section } from './report-text/lines.ts';
import { tableLines } from './report-text/tables.ts';

/**
 * The whole report as plain text in the language that is spoken: every link, probe, question and problem with its
 * evidence, every table, and the transcript. What came from servers is on one line and inert.
 */
export function reportText(report: Report, spoken: Spoken): string {
  const { text } = spoken.words.diagnosis;
  const { roundTrips } = report.roundTripFloor;
  return [
    ...headerLines(report, spoken),
    ...section(text.chain, chainLines(report, spoken)),
    ...(roundTrips > 0 ? ['', text.floor(roundTrips)] : []),
    ...tableLines(report, spoken),
    ...section(spoken.words.views.transcript.title, transcriptLines(report, spoken)),
    '',
  ].join('\n');
}

const arrows = { sent: '→', received: '←', note: '·' } as const;

function transcriptLines({ transcript }: Report, { locale }: Spoken): string[] {
  return transcript.map(
    ({ at, protocol, peer, direction, text }) =>
      `  ${duration(at, locale)} ${protocol.toUpperCase()} ${visible(peer, 300)} ${arrows[direction]} ${visible(text)}`,
  );
}
