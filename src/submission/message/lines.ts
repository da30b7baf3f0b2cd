/** Every line end as CRLF, and one at the end (RFC 5321 2.3.8: a lone CR or LF must not be sent). */
export function canonicalLines(octets: Uint8Array): Buffer {
  const text = latin1(octets).replace(/\r\n|\r|\n/g, '\r\n');
  return Buffer.from(text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`, 'latin1');
}

/** Doubles the dots that start a line (RFC 5321 4.5.2), so that none of them ends the message. */
export function dotStuffed(canonical: Uint8Array): Buffer {
  return Buffer.from(latin1(canonical).replace(/(^|\n)\./g, '$1..'), 'latin1');
}

/** An octet a character: whatever the message is encoded in, line ends and dots are where they are. */
function latin1(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('latin1');
}
