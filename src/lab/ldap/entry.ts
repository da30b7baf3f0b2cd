import type { AttributeValue } from './filter.ts';

export interface Attribute {
  readonly name: string;
  readonly values: readonly AttributeValue[];
  /** Computed by the server when asked for by name, and left out of "all attributes" (MS-ADTS 3.1.1.4.5). */
  readonly constructed?: true;
}

export interface Entry {
  readonly dn: string;
  readonly attributes: readonly Attribute[];
}

export type Scope = 'base' | 'one' | 'subtree';

export function attribute(name: string, ...values: readonly AttributeValue[]): Attribute {
  return { name, values };
}

export function constructed(name: string, value: string): Attribute {
  return { name, values: [value], constructed: true };
}

export function readFrom(entry: Entry): (name: string) => readonly AttributeValue[] {
  return (name) => entry.attributes.find((own) => own.name.toLowerCase() === name.toLowerCase())?.values ?? [];
}

/** The attributes that a search asked for; none and `*` mean all, `1.1` means none (RFC 4511 4.5.1.8). */
export function select(entry: Entry, wanted: readonly string[]): Attribute[] {
  const names = new Set(wanted.map((name) => name.toLowerCase()));
  const everything = wanted.length === 0 || names.has('*');
  return entry.attributes.filter(
    (own) => own.values.length > 0 && (names.has(own.name.toLowerCase()) || (everything && !own.constructed)),
  );
}

export function isInScope(dn: string, base: string, scope: Scope): boolean {
  const own = rdns(dn);
  const above = rdns(base);
  const depth = own.length - above.length;
  const below = depth >= 0 && above.every((rdn, index) => own[index + depth] === rdn);
  return below && (scope === 'subtree' || depth === (scope === 'base' ? 0 : 1));
}

export function isSameDn(one: string, other: string): boolean {
  return isInScope(one, other, 'base');
}

/** The parts of a DN in a form that compares; escaped commas stay inside their part (RFC 4514). */
function rdns(dn: string): string[] {
  if (dn.trim() === '') return [];
  return dn.split(/(?<!\\),/).map((rdn) =>
    rdn
      .trim()
      .toLowerCase()
      .replace(/\s*=\s*/, '=')
      .replace(/\\2c/g, '\\,'),
  );
}
