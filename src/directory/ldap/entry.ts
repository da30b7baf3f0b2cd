import { cutText } from '../../core/index.ts';
import type { RawEntry } from './response.ts';

/** Text where the octets are UTF-8, the octets where they are not. */
export type Value = string | Buffer;

/** More values of one attribute are not kept: nobody has so many addresses. */
const mostValues = 1_000;

/** An entry of the directory with the attributes that were asked for, and no others. */
export interface Entry {
  readonly dn: string;
  /** All values, in the server's order; empty when there are none. The case of the name does not matter. */
  values(attribute: string): readonly Value[];
  /** Attributes with more values: the server holds some back (range retrieval, MS-ADTS 3.1.1.3.1.3.3), or there are too many. */
  readonly incomplete: readonly string[];
}

/**
 * @param wanted the attributes that were asked for: what a server adds unasked is dropped, whatever it is called
 * @param mask what takes a secret out of text
 */
export function toEntry(raw: RawEntry, wanted: readonly string[], mask: (text: string) => string): Entry {
  const allowed = new Set(wanted.map((name) => name.toLowerCase()));
  const values = new Map<string, readonly Value[]>();
  const incomplete: string[] = [];
  for (const attribute of raw.attributes) {
    const [name = '', ...options] = attribute.name.toLowerCase().split(';');
    const known = values.get(name) ?? [];
    if (!allowed.has(name) || (known.length > 0 && attribute.values.length === 0)) continue;
    const kept = attribute.values.slice(0, mostValues - known.length);
    values.set(name, [...known, ...kept.map((octets) => toValue(octets, mask))]);
    const isRange = options.some((option) => /^range=\d+-\d+$/.test(option));
    if (isRange || kept.length < attribute.values.length) incomplete.push(name);
  }
  return { dn: cutText(mask(raw.dn)), incomplete, values: (attribute) => values.get(attribute.toLowerCase()) ?? [] };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function toValue(octets: Buffer, mask: (text: string) => string): Value {
  try {
    return cutText(mask(utf8.decode(octets)));
  } catch {
    return octets;
  }
}
