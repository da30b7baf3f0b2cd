export const headerLength = 12;
const typeAndClassLength = 4;
const formatError = 1;
const notImplemented = 4;

/**
 * Whether the bytes are the reply to our query: id, QR bit, opcode, and the question with its type and class
 * (RFC 5452 9.1). Names match whatever the case of their letters; the source is the socket's business.
 */
export function isReplyTo(query: Buffer, reply: Buffer): boolean {
  if (reply.length < headerLength) return false;
  const flags = reply.readUInt16BE(2);
  const isResponse = (flags & 0x8000) !== 0;
  const opcode = (flags >> 11) & 0xf;
  if (reply.readUInt16BE(0) !== query.readUInt16BE(0) || !isResponse || opcode !== 0) return false;
  const questions = reply.readUInt16BE(4);
  // A server that cannot read EDNS may refuse without repeating the question. All it can bring about is a plainer query.
  if (questions === 0) return [formatError, notImplemented].includes(flags & 0xf);
  return questions === 1 && sameQuestion(query, reply);
}

function sameQuestion(query: Buffer, reply: Buffer): boolean {
  const end = questionEnd(query);
  if (reply.length < end) return false;
  const nameEnd = end - typeAndClassLength;
  for (let at = headerLength; at < end; at++) {
    const [ours = 0, theirs = 0] = [query[at], reply[at]];
    if (at < nameEnd ? lower(ours) !== lower(theirs) : ours !== theirs) return false;
  }
  return true;
}

function questionEnd(query: Buffer): number {
  return query.indexOf(0, headerLength) + 1 + typeAndClassLength;
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}
