import { createHash } from 'node:crypto';

/** RFC 9562, 6.6: the namespace of names that are URLs. */
const urlNamespace = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * The UUID of one part of an account (RFC 9562, 5.5): the same address and part always get the same one, so that a second
 * export takes the place of the first instead of standing beside it.
 */
export function idOf(address: string, part: string): string {
  const hash = createHash('sha1').update(urlNamespace).update(`mailto:${address}#${part}`).digest().subarray(0, 16);
  hash[6] = (hash.readUInt8(6) & 0x0f) | 0x50;
  hash[8] = (hash.readUInt8(8) & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
