import { createContext, useContext } from 'react';
import type { Words, WordsLanguage } from './words.ts';

export interface Spoken {
  readonly words: Words;
  readonly language: WordsLanguage;
  /** BCP 47, for dates and numbers. */
  readonly locale: string;
}

export const SpokenContext = createContext<Spoken | null>(null);

/** The words of the language that is spoken now. */
export function useWords(): Words {
  return useSpoken().words;
}

export function useSpoken(): Spoken {
  const spoken = useContext(SpokenContext);
  if (spoken === null) throw new Error('no language has been loaded');
  return spoken;
}
