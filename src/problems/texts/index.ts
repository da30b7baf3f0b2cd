import { german } from './de.ts';
import { english } from './en.ts';

/** A language is added by a table of its own; the type demands each code. */
export const texts = { en: english, de: german };

export type Language = keyof typeof texts;
