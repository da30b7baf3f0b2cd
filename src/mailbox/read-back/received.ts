import { cutText } from '../../core/index.ts';
import type { Hop } from '../../run/index.ts';
import type { Field } from './headers.ts';

/** RFC 5321 6.3 has servers take a message with a hundred for one that goes round in circles. */
const mostHops = 100;
const longestPart = 300;

/**
 * The Received fields of a message (RFC 5321 4.4) as hops, the oldest first. Each is the word of one server, and all but
 * those of one's own servers can be made up.
 */
export function hopsOf(fields: readonly Field[]): Hop[] {
  const received = fields.filter(({ name }) => name === 'received').slice(0, mostHops);
  const hops = received.map(({ value }) => hopOf(value)).reverse();
  return hops.map((hop, i) => ({ ...hop, delay: delayBetween(hops[i - 1]?.at ?? null, hop.at) }));
}

function hopOf(value: string): Omit<Hop, 'delay'> {
  const { text, comments } = withoutComments(value);
  const semicolon = text.lastIndexOf(';');
  const words = (semicolon < 0 ? text : text.slice(0, semicolon)).split(/\s+/);
  const part = (keyword: string) => {
    const at = words.findIndex((word) => word.toLowerCase() === keyword);
    const found = at < 0 ? undefined : words[at + 1];
    return found === undefined || found === '' ? null : cutText(found, longestPart);
  };
  const protocol = part('with');
  return {
    from: part('from'),
    by: part('by'),
    with: protocol,
    id: part('id'),
    at: semicolon < 0 ? null : dateOf(text.slice(semicolon + 1)),
    tls: saysTls(protocol ?? '', comments),
  };
}

/** Comments may be nested (RFC 5322 3.2.2); what is never closed is a comment to the end. */
function withoutComments(value: string): { readonly text: string; readonly comments: string } {
  let depth = 0;
  let text = '';
  let comments = '';
  for (let i = 0; i < value.length; i += 1) {
    const char = value.charAt(i);
    if (char === '(') depth += 1;
    if (depth > 0) comments += char;
    else text += char;
    if (char === ')' && depth > 0) {
      depth -= 1;
      text += ' ';
    }
  }
  return { text, comments };
}

/** RFC 3848 and RFC 6531 have protocol names for it; many servers write it into a comment instead. */
function saysTls(protocol: string, comments: string): boolean | null {
  if (/^(?:UTF8)?(?:E?SMTP|LMTP)SA?$/i.test(protocol) || /\bTLS\s?v?\d|\bTLS_[A-Z]|\bcipher=/i.test(comments))
    return true;
  return /^(?:UTF8)?(?:E?SMTP|LMTP)A?$/i.test(protocol) ? false : null;
}

function dateOf(text: string): string | null {
  const date = new Date(text.trim().slice(0, 100));
  const year = date.getUTCFullYear();
  return Number.isNaN(year) || year < 1970 || year > 9999 ? null : date.toISOString();
}

function delayBetween(before: string | null, at: string | null): number | null {
  return before === null || at === null ? null : Date.parse(at) - Date.parse(before);
}
