import { headerLength } from './match.ts';

/** What a message may hold; a domain with hundreds of domain controllers stays far below. */
const mostRecords = 4_096;
const fixedLength = 10;
/** Private use (RFC 6895 3.1): the decoder passes over such a record by its length. */
const passedOver = 0xff00;
const optType = 41;
const internetClass = 1;

export interface CheckedMessage {
  /** A copy in which the decoder meets only records that it can be trusted with. */
  readonly bytes: Buffer;
  /** The upper bits of the response code (RFC 6891 6.1.3). */
  readonly extendedRcode: number;
}

/**
 * Walks through a message before the decoder does, which believes lengths, counts and types as they come. Records of a
 * wrong shape, of another class or of a type that nobody asks for are marked to be passed over.
 *
 * @returns null when the message does not hold together
 */
export function checkShape(message: Buffer): CheckedMessage | null {
  if (message.length < headerLength) return null;
  const [questions = 0, ...counts] = [4, 6, 8, 10].map((at) => message.readUInt16BE(at));
  const records = counts.reduce((sum, count) => sum + count, 0);
  if (questions > 1 || records > mostRecords) return null;
  const bytes = Buffer.from(message);
  let extendedRcode = 0;
  let at = questions === 0 ? headerLength : endOfName(bytes, headerLength) + 4;
  for (let i = 0; i < records; i++) {
    const fixed = endOfName(bytes, at);
    const data = fixed + fixedLength;
    if (!(data <= bytes.length)) return null;
    const end = data + bytes.readUInt16BE(fixed + 8);
    if (end > bytes.length) return null;
    const type = bytes.readUInt16BE(fixed);
    if (type === optType) extendedRcode = bytes.readUInt8(fixed + 4);
    const trusted = bytes.readUInt16BE(fixed + 2) === internetClass && hasShape(bytes, type, data, end);
    if (!trusted) bytes.writeUInt16BE(passedOver, fixed);
    at = end;
  }
  return at <= bytes.length ? { bytes, extendedRcode } : null;
}

/** Offset after the name that starts at `at`; NaN when it runs out of the message. */
function endOfName(bytes: Buffer, at: number): number {
  for (let next = at; next < bytes.length; ) {
    const length = bytes[next] ?? 0;
    if (length === 0) return next + 1;
    if (length >= 0xc0) return next + 2;
    if (length >= 0x40) return Number.NaN;
    next += 1 + length;
  }
  return Number.NaN;
}

/** Whether the data between `at` and `end` is what the type says (RFC 1035 3.3, RFC 3596, RFC 2782). */
function hasShape(bytes: Buffer, type: number, at: number, end: number): boolean {
  const isNameFrom = (start: number) => endOfName(bytes, start) === end;
  switch (type) {
    case 1:
      return end - at === 4;
    case 28:
      return end - at === 16;
    case 5:
      return isNameFrom(at);
    case 15:
      return isNameFrom(at + 2);
    case 33:
      return isNameFrom(at + 6);
    case 6:
      return endOfName(bytes, endOfName(bytes, at)) === end - 20;
    case 16:
      return isText(bytes, at, end);
    default:
      return false;
  }
}

function isText(bytes: Buffer, at: number, end: number): boolean {
  let next = at;
  while (next < end) next += 1 + (bytes[next] ?? 0);
  return next === end;
}
