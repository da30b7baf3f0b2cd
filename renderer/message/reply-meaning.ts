import type { ReplyReport } from '../../src/run/index.ts';
import type { Words } from '../words/words.ts';

/** What a reply means, in the language that is spoken: by its status code, or else by the first digit of its code. */
export function replyMeaning({ code, enhanced }: ReplyReport, { meanings, kinds }: Words['message']): string {
  const known = Object.entries(meanings).find(([status]) => status === enhanced);
  if (known) return known[1];
  if (code < 400) return kinds.done;
  return code < 500 ? kinds.later : kinds.never;
}

/** A reply as the server gave it. Untrusted. */
export function replyText({ code, enhanced, text }: ReplyReport): string {
  return [code, enhanced, text].filter((part) => part !== null && part !== '').join(' ');
}
