/** One element of BER (X.690) with a single-byte tag: all that LDAP and X.509 need. */
export interface BerElement {
  readonly tag: number;
  readonly body: Buffer;
}

/** What the reader throws for bytes that are not acceptable BER; callers end the connection. */
export class BerError extends Error {
  override readonly name = 'BerError';
}

export const berTag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  enumerated: 0x0a,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Definite lengths only, as RFC 4511 5.1 demands. */
export function ber(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthOctets(body.length)]), body]);
}

export function berInteger(value: number, tag: number = berTag.integer): Buffer {
  const octets: number[] = [];
  let rest = value;
  do {
    octets.unshift(rest & 0xff);
    rest = Math.floor(rest / 256);
  } while (rest > 0);
  // A leading one bit would read as a negative number.
  if ((octets[0] ?? 0) >= 0x80) octets.unshift(0);
  return ber(tag, Buffer.from(octets));
}

export function berText(value: string | Buffer, tag: number = berTag.octetString): Buffer {
  return ber(tag, typeof value === 'string' ? Buffer.from(value) : value);
}

export function berOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return ber(berTag.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/**
 * The element at `offset`, with the offset after it, or undefined while bytes are missing.
 * Throws BerError for forms that neither protocol allows and for bodies above `limit` bytes.
 */
export function readBer(
  bytes: Buffer,
  offset = 0,
  limit = 0x7fffffff,
): { element: BerElement; end: number } | undefined {
  const tag = bytes[offset];
  const first = bytes[offset + 1];
  if (tag === undefined || first === undefined) return undefined;
  if ((tag & 0x1f) === 0x1f) throw new BerError('tag of several bytes');
  const octets = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || octets > 4) throw new BerError('length form not allowed');
  const start = offset + 2 + octets;
  if (bytes.length < start) return undefined;
  const length = octets === 0 ? first : bytes.readUIntBE(offset + 2, octets);
  if (length > limit) throw new BerError(`element of ${length} bytes, limit is ${limit}`);
  const end = start + length;
  if (bytes.length < end) return undefined;
  return { element: { tag, body: bytes.subarray(start, end) }, end };
}

/** All elements inside a constructed one. Throws BerError when the last one is cut off. */
export function berChildren(body: Buffer): BerElement[] {
  const children: BerElement[] = [];
  let offset = 0;
  while (offset < body.length) {
    const read = readBer(body, offset);
    if (!read) throw new BerError('element cut off');
    children.push(read.element);
    offset = read.end;
  }
  return children;
}

/** Non-negative INTEGER or ENUMERATED of at most 31 bits, which is LDAP's range. */
export function berNumber(element: BerElement | undefined): number {
  if (!element || element.body.length === 0 || element.body.length > 4) throw new BerError('number expected');
  const value = element.body.readIntBE(0, element.body.length);
  if (value < 0) throw new BerError('negative number');
  return value;
}

export function berString(element: BerElement | undefined): string {
  if (!element) throw new BerError('string expected');
  return element.body.toString('utf8');
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length];
  if (length < 0x100) return [0x81, length];
  if (length < 0x10000) return [0x82, length >> 8, length & 0xff];
  return [0x84, length >>> 24, (length >> 16) & 0xff, (length >> 8) & 0xff, length & 0xff];
}

function base128(arc: number): number[] {
  const octets = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift((rest % 128) | 0x80);
  return octets;
}
