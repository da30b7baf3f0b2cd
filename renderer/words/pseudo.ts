import type { Words } from './words.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  i: 'í',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Î',
  O: 'Ø',
  S: 'Š',
  U: 'Û',
};

/** A third longer, as German and Finnish are, and in brackets, so that what is cut shows. */
export function pseudoText(text: string): string {
  const accented = [...text].map((char) => accents[char] ?? char).join('');
  return text === '' ? '' : `[${accented}${'~'.repeat(Math.ceil(text.length / 3))}]`;
}

/** The English words in a language that nobody speaks: what is not in a table, or has no room, stands out. */
export function pseudo(english: Words): Words {
  return transform(english) as Words;
}

function transform(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (typeof value === 'function') return (...args: unknown[]) => pseudoText(String(value(...args)));
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, transform(one)]));
}
