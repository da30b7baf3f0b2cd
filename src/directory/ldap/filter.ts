import { AndFilter, EqualityFilter, type Filter as LdapFilter, OrFilter } from 'ldapts';

/** A search filter as data (RFC 4511 4.5.1.7): a value in it is never read as filter syntax. */
export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly attribute: string; readonly equals: string | Buffer };

export function equal(attribute: string, value: string | Buffer): Filter {
  return { attribute, equals: value };
}

export function allOf(...all: readonly Filter[]): Filter {
  return { all };
}

export function anyOf(...any: readonly Filter[]): Filter {
  return { any };
}

/** The filter in the form that goes over the wire. */
export function toLdapFilter(filter: Filter): LdapFilter {
  if ('all' in filter) return new AndFilter({ filters: filter.all.map(toLdapFilter) });
  if ('any' in filter) return new OrFilter({ filters: filter.any.map(toLdapFilter) });
  return new EqualityFilter({ attribute: filter.attribute, value: filter.equals });
}

/** The filter as people write it (RFC 4515), for transcripts. */
export function filterText(filter: Filter): string {
  if ('all' in filter) return `(&${filter.all.map(filterText).join('')})`;
  if ('any' in filter) return `(|${filter.any.map(filterText).join('')})`;
  return `(${filter.attribute}=${filterEscape(filter.equals)})`;
}

/** A value inside a filter's text (RFC 4515 section 3): text keeps its letters, octets become `\xx`. */
export function filterEscape(value: string | Buffer): string {
  if (typeof value === 'string') return value.replace(/[\0()*\\]/g, (char) => `\\${hexOctet(char.charCodeAt(0))}`);
  return [...value].map((octet) => `\\${hexOctet(octet)}`).join('');
}

function hexOctet(octet: number): string {
  return octet.toString(16).padStart(2, '0');
}
