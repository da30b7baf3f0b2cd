import type { Settings } from '../contract.ts';

/** What is known of the first screen before anything else is: what the window's page may show at once. */
export interface FirstScreen {
  /** null: it is not the plain form, or not in a language that has been drawn ahead. */
  readonly language: 'en' | 'de' | null;
  readonly appearance: Settings['appearance'];
}

/** The first screen under some settings, a policy's included. */
export function firstScreenOf({ language, appearance, server }: Settings, locale: string): FirstScreen {
  const isDrawn = server === '' && language !== 'pseudo';
  return { language: isDrawn ? spoken(language, locale) : null, appearance };
}

/** As the window would choose it. */
export function spoken(language: 'system' | 'en' | 'de', locale: string): 'en' | 'de' {
  if (language !== 'system') return language;
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}
