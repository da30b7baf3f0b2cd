import type { Language } from '../../problems/index.ts';
import type { ClientAccount } from '../account.ts';
import type { ProfileFile } from '../profile.ts';
import { lines } from '../text/lines.ts';
import { sheetContent } from './content.ts';

/** The settings as text to paste into a message. */
export function textSheet(account: ClientAccount, language: Language): ProfileFile {
  const { title, sections, closing } = sheetContent(account, language);
  const body = sections.flatMap(({ heading, rows }) => [
    ...(heading === null ? [] : [heading]),
    ...rows.map(([label, value]) => `${heading === null ? '' : '  '}${label}: ${value}`),
    '',
  ]);
  const content = lines(title, '', ...body, closing);
  return { path: 'mail-settings.txt', content, mode: 0o600, purpose: 'read', place: null };
}
