import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Whether one of the TXT records of `_ua-auto-config` vouches for a document (draft-ietf-mailmaint-pacc: `v=UAAC1; a=sha256;
 * d=` and the digest of the document's bytes in base64). Several records stand there while a document is being replaced.
 *
 * @returns null when no record speaks of a digest at all
 */
export function digestFits(document: Buffer, records: readonly string[]): boolean | null {
  const digests = records.flatMap((record) => digestOf(record) ?? []);
  if (digests.length === 0) return null;
  const actual = createHash('sha256').update(document).digest();
  return digests.some((digest) => digest.length === actual.length && timingSafeEqual(digest, actual));
}

/** The digest that a record announces; null for records of other kinds. */
function digestOf(record: string): Buffer | null {
  const tags = new Map(record.split(';').map(readTag));
  if (tags.get('v')?.toUpperCase() !== 'UAAC1' || tags.get('a')?.toLowerCase() !== 'sha256') return null;
  const digest = tags.get('d') ?? '';
  return /^[A-Za-z0-9+/]{43}=$/.test(digest) ? Buffer.from(digest, 'base64') : null;
}

function readTag(text: string): [string, string] {
  const [name = '', ...value] = text.split('=');
  return [name.trim().toLowerCase(), value.join('=').trim()];
}
