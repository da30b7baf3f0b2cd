import type { ReplyReport } from '../../../../src/run/index.ts';
import type { Words } from '../../../words/words.ts';

/** What an enhanced status code stands for, in the language that is spoken; empty when it tells nothing. */
export function statusMeaning({ enhanced }: Pick<ReplyReport, 'enhanced'>, { views }: Words): string {
  const [, subject, detail] = /^[245]\.(\d{1,3})\.(\d{1,3})$/.exec(enhanced ?? '') ?? [];
  if (subject === undefined) return '';
  const meanings: Readonly<Record<string, string>> = views.statuses;
  return meanings[`${subject}.${detail}`] ?? meanings[`${subject}.0`] ?? '';
}

/** "554 5.7.1" */
export function statusCode({ code, enhanced }: ReplyReport): string {
  return enhanced === null ? String(code) : `${code} ${enhanced}`;
}
