/** One field of a message's head (RFC 5322 2.2). */
export interface HeaderField {
  readonly name: string;
  /** Its folds undone. */
  readonly value: string;
  /** As it stands there, with its folds, and without the last end of line. */
  readonly raw: string;
}

/** The head of a message with the empty line that ends it; all of it when there is none. Octets as latin1. */
export function headOf(raw: Buffer): string {
  const end = raw.indexOf('\r\n\r\n');
  return raw.subarray(0, end < 0 ? raw.length : end + 4).toString('latin1');
}

export function fieldsOf(head: string): HeaderField[] {
  return head.split(/\r\n(?![ \t])/).flatMap((text) => {
    const colon = text.indexOf(':');
    if (colon < 1) return [];
    const value = text.slice(colon + 1).replace(/\r\n(?=[ \t])/g, '');
    return [{ name: text.slice(0, colon), value: value.replace(/\s+/g, ' ').trim(), raw: text }];
  });
}

/** Values of a field, the topmost first. */
export function valuesOf(raw: Buffer, wanted: string): string[] {
  const fields = fieldsOf(headOf(raw)).filter(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return fields.map(({ value }) => value);
}
