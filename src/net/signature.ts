/** The OIDs of signatures made with MD5 or SHA-1, in DER (RFC 3279, RFC 5758). */
const weakSignatures = new Map([
  ['2a864886f70d010104', 'an MD5 signature'],
  ['2a864886f70d010105', 'a SHA-1 signature'],
  ['2a8648ce3d0401', 'a SHA-1 signature'],
]);

/**
 * What is weak about the signature of a certificate, or null.
 *
 * @param der the certificate (RFC 5280 4.1: SEQUENCE { tbsCertificate, signatureAlgorithm SEQUENCE { OID … }, … })
 */
export function weakSignature(der: Uint8Array): string | null {
  const outer = element(der, 0);
  const body = outer && element(der, outer.start);
  const algorithm = body && element(der, body.end);
  const oid = algorithm && element(der, algorithm.start);
  if (!oid || oid.end > der.length) return null;
  return weakSignatures.get(Buffer.from(der.subarray(oid.start, oid.end)).toString('hex')) ?? null;
}

/** Where the content of the DER element at `at` starts and ends. */
function element(der: Uint8Array, at: number): { start: number; end: number } | null {
  const first = der[at + 1];
  if (first === undefined) return null;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const bytes = der.subarray(at + 2, at + 2 + (first & 0x7f));
  const length = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return { start: at + 2 + bytes.length, end: at + 2 + bytes.length + length };
}
