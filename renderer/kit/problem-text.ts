import type { Owner, Problem } from '../../src/core/index.ts';
import { describe, type Severity } from '../../src/problems/index.ts';
import type { Spoken } from '../words/context.tsx';

export interface ProblemInWords {
  readonly title: string;
  readonly meaning: string;
  readonly todo: string;
  readonly owner: Owner;
  readonly severity: Severity;
}

/** A problem in the language that is spoken, with the names of fields where the catalogue names options. */
export function problemInWords(
  problem: Problem,
  { language, words }: Pick<Spoken, 'language' | 'words'>,
): ProblemInWords {
  const text = describe(problem, language === 'de' ? 'de' : 'en');
  return {
    ...text,
    meaning: withFields(text.meaning, words.problem.options),
    todo: withFields(text.todo, words.problem.options),
  };
}

function withFields(text: string, options: Readonly<Record<string, string>>): string {
  return text.replace(/--([a-z-]+)/g, (flag, option: string) => options[option] ?? flag);
}
