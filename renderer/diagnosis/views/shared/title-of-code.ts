import { visible } from '../../../../src/core/index.ts';
import type { Problem } from '../../../../src/core/problem.ts';
import { describe, isKnownCode, type ProblemText, texts } from '../../../../src/problems/index.ts';
import type { Spoken } from '../../../words/context.tsx';

/** The title of a problem that was not kept whole, with what is known of its arguments and "…" for the rest. */
export function titleOfCode(code: string, known: Problem['args'], { language }: Pick<Spoken, 'language'>): string {
  if (!isKnownCode(code)) return visible(code, 100);
  const spoken = language === 'de' ? 'de' : 'en';
  const { title }: ProblemText = texts[spoken][code];
  const names = [...title.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const args = Object.fromEntries(names.map((name) => [name, known[name] ?? '…']));
  return describe({ code, args, evidence: [], remedies: [] }, spoken).title;
}
