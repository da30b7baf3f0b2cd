/** One element of BER (X.690) as LDAP uses it: a tag of one octet, a definite length (RFC 4511 5.1). */
export interface BerElement {
  readonly tag: number;
  readonly body: Buffer;
}

/** Bytes that are no acceptable BER. Thrown inside this folder only; its doors return. */
export class BerError extends Error {
  override readonly name = 'BerError';
}

export const berTag = {
  boolean: 0x01,
  integer: 0x02,
  octetString: 0x04,
  enumerated: 0x0a,
  sequence: 0x30,
  set: 0x31,
} as const;

/**
 * Where the content of the element at `offset` starts and ends, as its header says; null while the header is
 * incomplete. The end may lie beyond the bytes that are there.
 */
export function berExtent(bytes: Buffer, offset = 0): { readonly start: number; readonly end: number } | null {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag !== undefined && (tag & 0x1f) === 0x1f) throw new BerError('a tag of several octets');
  if (tag === undefined || first === undefined) return null;
  if (first < 0x80) return { start: offset + 2, end: offset + 2 + first };
  const octets = first & 0x7f;
  if (octets === 0 || octets > 4) throw new BerError('a length that LDAP does not allow');
  const start = offset + 2 + octets;
  if (bytes.length < start) return null;
  return { start, end: start + bytes.readUIntBE(offset + 2, octets) };
}

/** All elements of a body, none of which may reach beyond it. */
export function berElements(body: Buffer): BerElement[] {
  const elements: BerElement[] = [];
  for (let offset = 0; offset < body.length; ) {
    const extent = berExtent(body, offset);
    if (extent === null || extent.end > body.length) throw new BerError('an element that is cut off');
    elements.push({ tag: body.readUInt8(offset), body: body.subarray(extent.start, extent.end) });
    offset = extent.end;
  }
  return elements;
}

/** The elements inside an element of the given tag. */
export function berInside(element: BerElement | undefined, tag: number): BerElement[] {
  return berElements(berBody(element, tag));
}

export function berBody(element: BerElement | undefined, tag: number): Buffer {
  if (element?.tag !== tag) throw new BerError(`tag ${hex(element?.tag)} in place of ${hex(tag)}`);
  return element.body;
}

/** INTEGER or ENUMERATED in LDAP's range, 0 to 2^31 - 1 (RFC 4511 4.1.1). */
export function berNumber(element: BerElement | undefined, tag: number): number {
  const body = berBody(element, tag);
  if (body.length === 0 || body.length > 4) throw new BerError('a number that LDAP does not allow');
  const value = body.readIntBE(0, body.length);
  if (value < 0) throw new BerError('a negative number');
  return value;
}

/** Text for people and logs: what is not UTF-8 in it shows as U+FFFD. */
export function berText(element: BerElement | undefined, tag: number = berTag.octetString): string {
  return berBody(element, tag).toString('utf8');
}

function hex(tag: number | undefined): string {
  return tag === undefined ? 'nothing' : `0x${tag.toString(16)}`;
}
