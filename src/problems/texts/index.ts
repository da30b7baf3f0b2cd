import { english } from './en.ts';

/** A language is added by a table of its own; the type demands each code. */
export const texts = { en: english };

export type Language = keyof typeof texts;
