import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the page shows before the program is loaded. */
export interface Opening {
  /** The language of the first screen that was drawn ahead; null: nothing is shown. */
  readonly language: 'en' | 'de' | null;
  /** The sign-in name that stands in its form. */
  readonly user: string;
}

export const plainOpening: Opening = { language: null, user: '' };

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The page for an opening. Throws as reading a file does. */
export function pageFor(folder: string, { language, user }: Opening): Buffer {
  const page = readFileSync(join(folder, language === null ? 'index.html' : `first-${language}.html`));
  if (language === null || user === '') return page;
  const value = user.replaceAll(/[&<>"]/g, (char) => escapes[char] ?? '');
  return Buffer.from(page.toString('utf8').replace(/(name="user"[^>]* value=")/, (before) => before + value));
}
