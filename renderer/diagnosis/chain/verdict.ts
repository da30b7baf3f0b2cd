import { catalogue, isKnownCode } from '../../../src/problems/index.ts';
import { countWarnings, type Report } from '../../../src/run/index.ts';
import { duration } from '../../kit/format.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import type { Spoken } from '../../words/context.tsx';
import { type FirstBroken, firstBroken } from './first-broken.ts';
import { nameOf } from './names.ts';

export interface Verdict {
  readonly tone: 'idle' | 'running' | 'good' | 'bad' | 'warning';
  readonly title: string;
  /** One line more: what happened, or what to do first. */
  readonly detail: string;
}

/** What there is to say about the whole run, at any moment of it. */
export function verdictOf(report: Report, spoken: Spoken): Verdict {
  const { words, locale } = spoken;
  const said = words.diagnosis.chain;
  if (report.run === '') return { tone: 'idle', title: said.nothingYet, detail: said.nothingYetHint };
  const broken = firstBroken(report);
  if (broken !== null) {
    const { title } = problemInWords(broken.problem, spoken);
    return { tone: isBroken(broken) ? 'bad' : 'warning', title: brokenTitle(broken, spoken), detail: title };
  }
  const time = duration(report.duration ?? 0, locale);
  switch (report.outcome) {
    case null:
      return { tone: 'running', title: said.checking, detail: '' };
    case 'passed': {
      const warnings = countWarnings(report);
      return warnings > 0
        ? { tone: 'warning', title: said.passedWith(time, warnings), detail: '' }
        : { tone: 'good', title: said.passed(time), detail: '' };
    }
    case 'cancelled':
      return { tone: 'warning', title: said.cancelled(time), detail: '' };
    default: {
      const detail = report.problem === null ? '' : problemInWords(report.problem, spoken).title;
      return { tone: 'warning', title: said.endedEarly, detail };
    }
  }
}

function isBroken({ link }: FirstBroken): boolean {
  return link.state === 'failed';
}

function brokenTitle(broken: FirstBroken, { words }: Spoken): string {
  const said = words.diagnosis.chain;
  const { owner, problem, link } = broken;
  const place = nameOf(link.id, words);
  if (isKnownCode(problem.code) && catalogue[problem.code].severity === 'decision') return said.decision(place);
  const who = said.owners[owner];
  if (problem.code === 'smtp.uncertain') return said.uncertain(place, who);
  if (isBroken(broken)) return owner === 'user' ? said.brokenYours(place) : said.broken(place, who);
  return owner === 'user' ? said.inconclusiveYours(place) : said.inconclusive(place, who);
}
