import { useEffect, useMemo, useState } from 'react';
import type { AppInfo } from '../../electron/contract.ts';
import type { Spoken } from '../words/context.tsx';
import { languageFor, loadWords, type Words, type WordsLanguage } from '../words/words.ts';

interface LoadedWords {
  readonly language: WordsLanguage;
  readonly words: Words;
}

/** The language of the settings, as soon as its words are there; until then the one before. */
export function useSpokenLanguage({ settings, locale }: AppInfo, first: LoadedWords): Spoken {
  const [{ language, words }, setLoaded] = useState(first);
  const wanted = languageFor(settings.language, locale);
  useEffect(() => {
    let current = true;
    void loadWords(wanted).then((loaded) => current && setLoaded({ language: wanted, words: loaded }));
    return () => {
      current = false;
    };
  }, [wanted]);
  useEffect(() => {
    document.documentElement.lang = language === 'de' ? 'de' : 'en';
  }, [language]);
  return useMemo(() => ({ words, language, locale: localeFor(language, locale) }), [words, language, locale]);
}

/** Dates and numbers as in the person's own country, when that speaks the language that is shown. */
function localeFor(language: WordsLanguage, system: string): string {
  if (system.toLowerCase().startsWith(language)) return system;
  return language === 'de' ? 'de-DE' : 'en-GB';
}
