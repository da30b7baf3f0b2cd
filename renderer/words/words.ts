import type { english } from './en/index.ts';
import type { Translated } from './translated.ts';

/** All that the window says, apart from the problems' own texts. A language is one table; the type demands each key. */
export type Words = Translated<typeof english>;

/** Languages that a person can choose, and the one that tests of layout use: longer words, accents, brackets. */
export type WordsLanguage = 'en' | 'de' | 'pseudo';

/** A language is loaded when it is needed. */
export async function loadWords(language: WordsLanguage): Promise<Words> {
  if (language === 'de') return (await import('./de/index.ts')).german;
  const { english } = await import('./en/index.ts');
  return language === 'pseudo' ? (await import('./pseudo.ts')).pseudo(english) : english;
}

/** The language for a setting and the system's locale (BCP 47). */
export function languageFor(setting: 'system' | WordsLanguage, locale: string): WordsLanguage {
  if (setting !== 'system') return setting;
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}
