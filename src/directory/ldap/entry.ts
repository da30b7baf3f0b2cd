import type { RawEntry } from './response.ts';

/** Text where the octets are UTF-8, the octets where they are not. */
export type Value = string | Buffer;

/** An entry of the directory with the attributes that were asked for, and no others. */
export interface Entry {
  readonly dn: string;
  /** All values, in the server's order; empty when there are none. The case of the name does not matter. */
  values(attribute: string): readonly Value[];
  /** Attributes of which the server holds back some values (range retrieval, MS-ADTS 3.1.1.3.1.3.3). */
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
    values.set(name, [...known, ...attribute.values.map((octets) => toValue(octets, mask))]);
    if (options.some((option) => /^range=\d+-\d+$/.test(option))) incomplete.push(name);
  }
  return { dn: mask(raw.dn), incomplete, values: (attribute) => values.get(attribute.toLowerCase()) ?? [] };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function toValue(octets: Buffer, mask: (text: string) => string): Value {
  try {
    return mask(utf8.decode(octets));
  } catch {
    return octets;
  }
}
