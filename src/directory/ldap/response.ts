import { err, ok, type Result } from '../../core/index.ts';
import { type BerElement, BerError, berElements, berInside, berNumber, berTag, berText } from './ber.ts';

/** LDAPResult (RFC 4511 4.1.9). Its texts are the server's own: untrusted. */
export interface LdapResult {
  readonly code: number;
  readonly matchedDn: string;
  readonly message: string;
  /** URIs to go to instead. They are reported, never followed. */
  readonly referrals: readonly string[];
}

/** SearchResultEntry (RFC 4511 4.5.2), every value in the octets that came. */
export interface RawEntry {
  readonly dn: string;
  readonly attributes: readonly { readonly name: string; readonly values: readonly Buffer[] }[];
}

export type LdapResponse =
  | { readonly kind: 'bind' | 'done' | 'extended'; readonly result: LdapResult }
  | { readonly kind: 'entry'; readonly entry: RawEntry }
  | { readonly kind: 'reference'; readonly uris: readonly string[] };

export interface LdapMessage {
  readonly id: number;
  readonly response: LdapResponse;
}

const results: Readonly<Record<number, 'bind' | 'done' | 'extended'>> = { 97: 'bind', 101: 'done', 120: 'extended' };
const entryTag = 0x64;
const referenceTag = 0x73;
const referralTag = 0xa3;

/**
 * Reads one whole LDAPMessage that a server sent (RFC 4511 4.1.1). Each element must have the tag and the place that
 * the standard gives it, and end inside the one around it; the depth is that of the grammar, whatever the bytes say.
 *
 * @returns the message, or what is wrong with it
 */
export function readResponse(bytes: Buffer): Result<LdapMessage, string> {
  try {
    const [envelope, ...more] = berElements(bytes);
    if (more.length > 0) throw new BerError('bytes after the message');
    const [id, operation] = berInside(envelope, berTag.sequence);
    if (operation === undefined) throw new BerError('a message without an operation');
    return ok({ id: berNumber(id, berTag.integer), response: readOperation(operation) });
  } catch (error) {
    if (error instanceof BerError) return err(error.message);
    throw error;
  }
}

function readOperation(operation: BerElement): LdapResponse {
  const kind = results[operation.tag];
  if (kind !== undefined) return { kind, result: readResult(operation.body) };
  if (operation.tag === entryTag) return { kind: 'entry', entry: readEntry(operation.body) };
  if (operation.tag === referenceTag)
    return { kind: 'reference', uris: berElements(operation.body).map((uri) => berText(uri)) };
  throw new BerError(`an operation of tag 0x${operation.tag.toString(16)}`);
}

function readResult(body: Buffer): LdapResult {
  const [code, matchedDn, message, ...optional] = berElements(body);
  const referral = optional.find(({ tag }) => tag === referralTag);
  return {
    code: berNumber(code, berTag.enumerated),
    matchedDn: berText(matchedDn),
    message: berText(message),
    referrals: referral === undefined ? [] : berElements(referral.body).map((uri) => berText(uri)),
  };
}

function readEntry(body: Buffer): RawEntry {
  const [dn, list] = berElements(body);
  const attributes = berInside(list, berTag.sequence).map((attribute) => {
    const [name, values] = berInside(attribute, berTag.sequence);
    return { name: berText(name), values: berInside(values, berTag.set).map(octets) };
  });
  return { dn: berText(dn), attributes };
}

function octets({ tag, body }: BerElement): Buffer {
  if (tag !== berTag.octetString) throw new BerError('an attribute value that is no octet string');
  return body;
}
