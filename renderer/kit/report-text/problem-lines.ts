import { type Problem, visible } from '../../../src/core/index.ts';
import { isPlaceholder, remedyField } from '../../diagnosis/request/draft.ts';
import type { Spoken } from '../../words/context.tsx';
import { problemInWords } from '../problem-text.ts';
import { fact } from './lines.ts';

/** A problem in full: what happened, what it means, who fixes it and how, what would help, and the evidence. */
export function problemLines(problem: Problem, spoken: Spoken, indent: number): string[] {
  const { title, meaning, todo, owner } = problemInWords(problem, spoken);
  const { problem: words, diagnosis } = spoken.words;
  const space = ' '.repeat(indent);
  const remedies = problem.remedies
    .filter((remedy) => !isPlaceholder(remedy))
    .map((remedy) => diagnosis.detail.runAgain(diagnosis.form.labels[remedyField(remedy)], visible(remedy.value, 300)));
  return [
    `${space}${title} (${visible(problem.code, 100)})`,
    ...fact(words.whatItMeans, meaning, indent + 2),
    ...fact(words.whoFixes, words.owners[owner], indent + 2),
    ...fact(words.whatToDo, todo, indent + 2),
    ...remedies.map((remedy) => `${space}  ${remedy}`),
    ...problem.evidence.flatMap((text) => fact(words.evidence, visible(text), indent + 2)),
    ...(problem.cause ? [`${space}  ${words.cause}:`, ...problemLines(problem.cause, spoken, indent + 4)] : []),
  ];
}
