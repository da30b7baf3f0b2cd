import {
  type BerElement,
  BerError,
  ber,
  berChildren,
  berInteger,
  berNumber,
  berString,
  berTag,
  berText,
  readBer,
} from '../ber.ts';

/** Requests of RFC 4511 that the lab tells apart, by their application tag. */
export const requestTag = { bind: 0x60, unbind: 0x42, search: 0x63, abandon: 0x50, extended: 0x77 } as const;

export const resultCode = {
  success: 0,
  operationsError: 1,
  protocolError: 2,
  sizeLimitExceeded: 4,
  authMethodNotSupported: 7,
  strongerAuthRequired: 8,
  referral: 10,
  unavailableCriticalExtension: 12,
  noSuchObject: 32,
  invalidCredentials: 49,
  unwillingToPerform: 53,
} as const;

export interface LdapRequest {
  readonly id: number;
  readonly operation: BerElement;
  readonly controls: readonly LdapControl[];
}

export interface LdapControl {
  readonly oid: string;
  readonly critical: boolean;
}

export interface LdapResult {
  readonly code: number;
  readonly matchedDn?: string;
  readonly message?: string;
  readonly referrals?: readonly string[];
}

/** More than any request that the product sends; a client that announces more is cut off. */
export const requestLimit = 64 * 1024;

/** The first message in `bytes` and where it ends, or undefined while it is incomplete. Throws BerError. */
export function readRequest(bytes: Buffer): { request: LdapRequest; end: number } | undefined {
  const read = readBer(bytes, 0, requestLimit);
  if (!read) return undefined;
  if (read.element.tag !== berTag.sequence) throw new BerError('no LDAP message');
  const [id, operation, controls] = berChildren(read.element.body);
  if (!operation) throw new BerError('LDAP message without operation');
  return { request: { id: berNumber(id), operation, controls: readControls(controls) }, end: read.end };
}

/** An answer without controls. */
export function message(id: number, operation: Buffer): Buffer {
  return ber(berTag.sequence, berInteger(id), operation);
}

/** An answer with response controls (RFC 4511 4.1.11). */
export function messageWithControl(id: number, operation: Buffer, oid: string, value: Buffer): Buffer {
  const control = ber(berTag.sequence, berText(oid), berText(value));
  return ber(berTag.sequence, berInteger(id), operation, ber(0xa0, control));
}

/** An LDAPResult under the response's tag, with the fields that only some responses have at its end. */
export function result(tag: number, { code, matchedDn, message, referrals }: LdapResult, ...more: Buffer[]): Buffer {
  return ber(
    tag,
    berInteger(code, berTag.enumerated),
    berText(matchedDn ?? ''),
    berText(message ?? ''),
    ...(referrals ? [ber(0xa3, ...referrals.map((uri) => berText(uri)))] : []),
    ...more,
  );
}

/** The response tag to a request's tag (RFC 4511 4.2 to 4.12), or undefined for what gets no response. */
export function responseTagFor(tag: number): number | undefined {
  const responses: Readonly<Record<number, number>> = {
    [requestTag.bind]: 0x61,
    [requestTag.search]: 0x65,
    [requestTag.extended]: 0x78,
    102: 0x67, // modify
    104: 0x69, // add
    74: 0x6b, // delete
    108: 0x6d, // modify DN
    110: 0x6f, // compare
  };
  return responses[tag];
}

function readControls(controls: BerElement | undefined): LdapControl[] {
  if (controls?.tag !== 0xa0) return [];
  return berChildren(controls.body).map((control) => {
    const [oid, critical] = berChildren(control.body);
    return { oid: berString(oid), critical: critical?.tag === berTag.boolean && critical.body[0] !== 0 };
  });
}
