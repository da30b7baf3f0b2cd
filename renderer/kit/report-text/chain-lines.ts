import { linksOf, type ProbeReport, type Report } from '../../../src/run/index.ts';
import { factsOf } from '../../diagnosis/chain/facts.ts';
import { nameOf } from '../../diagnosis/chain/names.ts';
import { skipNote } from '../../diagnosis/chain/rows.ts';
import { linkProblems } from '../../diagnosis/detail/consequences.ts';
import type { Spoken } from '../../words/context.tsx';
import { duration } from '../format.ts';
import { problemInWords } from '../problem-text.ts';
import { exchangeLine } from './exchange-line.ts';
import { problemLines } from './problem-lines.ts';

/** Each link with what is known and what is wrong, each of its probes, and each question that was asked. */
export function chainLines(report: Report, spoken: Spoken): string[] {
  const { words, locale } = spoken;
  const { text } = words.diagnosis;
  const links = linksOf(report);
  return links.flatMap((link, place) => {
    const { told, above, consequences } = linkProblems(links, place);
    const facts = factsOf(link.id, report, spoken);
    const time = link.duration === null ? [] : [duration(link.duration, locale)];
    const title = (problem: (typeof above)[number]) => problemInWords(problem, spoken).title;
    return [
      ...(place > 0 ? [''] : []),
      [`${nameOf(link.id, words)}: ${words.problem.states[link.state]}`, ...facts, ...time].join(' · '),
      ...told.flatMap((problem) => problemLines(problem, spoken, 4)),
      ...above.map((problem) => `    ${text.seeAbove(title(problem))}`),
      ...consequences.map((problem) => `    ${text.follows(title(problem))}`),
      ...report.probes.filter(({ id }) => link.probes.includes(id)).flatMap((probe) => probeLines(probe, spoken)),
    ];
  });
}

function probeLines(probe: ProbeReport, spoken: Spoken): string[] {
  const { words, locale } = spoken;
  const said = words.diagnosis.chain;
  const note = skipNote(probe, spoken);
  const times =
    probe.outcome === 'skipped' || probe.startedAt === null
      ? []
      : [
          said.startedAt(duration(probe.startedAt, locale)),
          ...(probe.duration === null ? [] : [said.took(duration(probe.duration, locale))]),
        ];
  const state = note === '' ? words.problem.states[probe.outcome] : note;
  return [
    `  ${nameOf(probe.id, words)} (${probe.id}): ${[state, ...times].join(', ')}`,
    ...probe.exchanges.map((exchange) => `      ${exchangeLine(exchange, words, locale)}`),
  ];
}
