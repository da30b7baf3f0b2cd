/** One field of a message's head (RFC 5322 2.2), its folds undone. Untrusted. */
export interface Field {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}

const mostFields = 300;
const longestValue = 4_000;

/** The fields of a head, as far as they are well-formed. Ends at the first empty line. */
export function fieldsOf(head: string): Field[] {
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length;
  const unfolded = head.slice(0, end).replace(/\r?\n(?=[ \t])/g, '');
  return unfolded.split(/\r?\n/, mostFields).flatMap((line) => {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (!/^[!-9;-~]{1,80}$/.test(name)) return [];
    return [{ name, value: line.slice(colon + 1, colon + 1 + longestValue).trim() }];
  });
}

/** The first field of a name; empty when there is none. */
export function textIn(fields: readonly Field[], wanted: string): string {
  return fields.find(({ name }) => name === wanted)?.value ?? '';
}

/** Message identifiers in a field (RFC 5322 3.6.4), angle brackets included. */
export function idsIn(value: string): string[] {
  return value.match(/<[^<>\s]{1,500}>/g) ?? [];
}
