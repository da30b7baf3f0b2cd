import { type Owner, type Problem, visible } from '../core/index.ts';
import { catalogue, isKnownCode } from './catalogue/index.ts';
import type { ProblemText, Severity } from './entry.ts';
import { ownerOf } from './owner.ts';
import { texts } from './texts/index.ts';

export interface ProblemDescription extends ProblemText {
  readonly owner: Owner;
  readonly severity: Severity;
}

/** A problem in words, its arguments made visible. A code of a newer version shows as itself, never as success. */
export function describe(problem: Problem, language: keyof typeof texts = 'en'): ProblemDescription {
  if (!isKnownCode(problem.code)) {
    return { title: visible(problem.code, 100), meaning: '', todo: '', owner: ownerOf(problem), severity: 'error' };
  }
  const { severity } = catalogue[problem.code];
  const text = texts[language][problem.code];
  const fill = (template: string) =>
    template.replace(/\{(\w+)\}/g, (_, name: string) => visible(inWords(problem.args[name] ?? '?', language), 300));
  return {
    title: fill(text.title),
    meaning: fill(text.meaning),
    todo: fill(text.todo),
    owner: ownerOf(problem),
    severity,
  };
}

const locales = { en: 'en-GB', de: 'de-DE' } as const;

/** An argument as people write it: a date with the name of its month, everything else as it is. */
function inWords(value: string | number, language: keyof typeof locales): string {
  const text = String(value);
  const date = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  if (Number.isNaN(date.getTime())) return text;
  return date.toLocaleDateString(locales[language], { dateStyle: 'long', timeZone: 'UTC' });
}

/** The problems of one probe that are not mere consequences of another one of it, in their order. */
export function withoutConsequences(problems: readonly Problem[]): Problem[] {
  const silenced = new Set(problems.flatMap((p) => (isKnownCode(p.code) ? [...catalogue[p.code].silences] : [])));
  return problems.filter((p) => !silenced.has(p.code as never));
}
