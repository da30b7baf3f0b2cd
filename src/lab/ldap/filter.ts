import { type BerElement, BerError, berChildren, berString } from '../ber.ts';

/** RFC 4511 4.5.1.7, as far as the lab understands it; `undefined` in a match means "cannot be told". */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }
  | { readonly kind: 'equal'; readonly attribute: string; readonly value: Buffer }
  | { readonly kind: 'substring'; readonly attribute: string; readonly pattern: RegExp }
  | { readonly kind: 'present'; readonly attribute: string }
  | { readonly kind: 'unknown' };

export type AttributeValue = string | Buffer;
/** The values of an attribute, whatever the case of its name. */
export type AttributeReader = (attribute: string) => readonly AttributeValue[];

const deepest = 16;

/** Throws BerError for what is no filter, or nested deeper than anybody needs. */
export function readFilter(element: BerElement | undefined, depth = 0): Filter {
  if (!element || depth > deepest) throw new BerError('filter missing or too deep');
  switch (element.tag) {
    case 0xa0:
    case 0xa1:
      return {
        kind: element.tag === 0xa0 ? 'and' : 'or',
        of: berChildren(element.body).map((child) => readFilter(child, depth + 1)),
      };
    case 0xa2:
      return { kind: 'not', of: readFilter(berChildren(element.body)[0], depth + 1) };
    case 0xa3: {
      const [attribute, value] = berChildren(element.body);
      if (!value) throw new BerError('assertion without value');
      return { kind: 'equal', attribute: berString(attribute), value: value.body };
    }
    case 0xa4: {
      const [attribute, parts] = berChildren(element.body);
      return { kind: 'substring', attribute: berString(attribute), pattern: patternOf(parts) };
    }
    case 0x87:
      return { kind: 'present', attribute: berString(element) };
    default:
      return { kind: 'unknown' };
  }
}

/** Three-valued, as RFC 4511 wants it: the opposite of "cannot be told" is not "yes". */
export function matches(filter: Filter, read: AttributeReader): boolean | undefined {
  switch (filter.kind) {
    case 'and':
      return all(filter.of.map((child) => matches(child, read)));
    case 'or':
      return not(all(filter.of.map((child) => not(matches(child, read)))));
    case 'not':
      return not(matches(filter.of, read));
    case 'equal':
      return read(filter.attribute).some((value) => isEqual(filter.attribute, value, filter.value));
    case 'substring':
      return read(filter.attribute).some((value) => filter.pattern.test(value.toString()));
    case 'present':
      return read(filter.attribute).length > 0;
    case 'unknown':
      return undefined;
  }
}

/** What the filter asks to be equal at its outermost level: how netlogon pings carry their arguments. */
export function assertions(filter: Filter): ReadonlyMap<string, Buffer> {
  const parts = filter.kind === 'and' ? filter.of : [filter];
  return new Map(parts.flatMap((part) => (part.kind === 'equal' ? [[part.attribute.toLowerCase(), part.value]] : [])));
}

function isEqual(attribute: string, value: AttributeValue, asserted: Buffer): boolean {
  if (Buffer.isBuffer(value)) return value.equals(asserted);
  const wanted = asserted.toString('utf8').toLowerCase();
  const own = value.toLowerCase();
  // Active Directory takes a class name where the value is the class's DN.
  return own === wanted || (attribute.toLowerCase() === 'objectcategory' && own.startsWith(`cn=${wanted},`));
}

function patternOf(parts: BerElement | undefined): RegExp {
  const pieces = berChildren(parts?.body ?? Buffer.alloc(0));
  const initial = pieces.find(({ tag }) => tag === 0x80);
  const middle = pieces.filter(({ tag }) => tag === 0x81);
  const final = pieces.find(({ tag }) => tag === 0x82);
  // Few and literal pieces only: many wildcards make a pattern that takes for ever.
  if (middle.length > 4) throw new BerError('too many wildcards');
  const source = [initial, ...middle, final].map((piece) => (piece ? escapeRegExp(berString(piece)) : '')).join('.*');
  return new RegExp(`^${source}$`, 'is');
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function all(results: readonly (boolean | undefined)[]): boolean | undefined {
  if (results.includes(false)) return false;
  return results.includes(undefined) ? undefined : true;
}

function not(result: boolean | undefined): boolean | undefined {
  return result === undefined ? undefined : !result;
}
