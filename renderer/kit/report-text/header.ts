import { visible } from '../../../src/core/index.ts';
import type { Report } from '../../../src/run/index.ts';
import { custodyLine } from '../../diagnosis/chain/custody-line.ts';
import { verdictOf } from '../../diagnosis/chain/verdict.ts';
import type { Spoken } from '../../words/context.tsx';
import { duration, moment } from '../format.ts';
import { problemLines } from './problem-lines.ts';

/** Which run this is, what it was asked, and how it ended. */
export function headerLines(report: Report, spoken: Spoken): string[] {
  const { words, locale } = spoken;
  const { text, form } = words.diagnosis;
  const verdict = verdictOf(report, spoken);
  const custody = custodyLine(report, spoken);
  const isTold = report.probes.some(({ problems }) => problems.some(({ code }) => code === report.problem?.code));
  return [
    text.title,
    '='.repeat(text.title.length),
    `${text.run}: ${visible(report.run, 100)}`,
    `${text.startedAt}: ${moment(report.startedAt, locale)} (${visible(report.startedAt, 100)})`,
    `${text.version}: ${visible(report.waypost, 100)}`,
    ...(report.request === null ? [] : [`${text.goal}: ${form.goals[report.request.goal]}`]),
    ...optionLines(report, spoken),
    '',
    verdict.title,
    ...(verdict.detail === '' ? [] : [verdict.detail]),
    ...(report.duration === null ? [] : [`${text.took}: ${duration(report.duration, locale)}`]),
    ...(custody === null ? [] : [custody]),
    ...(report.problem === null || isTold ? [] : problemLines(report.problem, spoken, 0)),
  ];
}

function optionLines({ request }: Report, { words, locale }: Spoken): string[] {
  const { form, text } = words.diagnosis;
  const labels: Readonly<Record<string, string>> = form.labels;
  return Object.entries(request?.options ?? {}).map(([name, value]) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : visible(name, 100);
    if (name === 'timeout' && typeof value === 'number') return `  ${label}: ${duration(value, locale)}`;
    if (name === 'send') return `  ${label}: ${value ? words.views.no : words.views.yes}`;
    if (value === true || value === false) return `  ${label}: ${value ? text.given : words.views.no}`;
    return `  ${label}: ${visible(Array.isArray(value) ? value.join(', ') : String(value))}`;
  });
}
