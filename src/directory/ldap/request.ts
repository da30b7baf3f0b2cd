import { BindRequest, ExtendedRequest, SearchRequest as LdapSearchRequest, UnbindRequest } from 'ldapts';
import { type Filter, toLdapFilter } from './filter.ts';

export interface SearchQuestion {
  /** DN; empty for the server's own entry. */
  readonly base: string;
  readonly scope: 'base' | 'one' | 'sub';
  readonly filter: Filter;
  readonly attributes: readonly string[];
  readonly sizeLimit: number;
}

/** Seconds that a server may spend on one search. */
const searchSeconds = 6;

/** A simple bind (RFC 4511 4.2). The octets contain the password: they go into the socket and nowhere else. */
export function bindRequest(messageId: number, name: string, password: string): Buffer {
  return new BindRequest({ messageId, dn: name, password }).write();
}

/** A search (RFC 4511 4.5.1) that dereferences no aliases. */
export function searchRequest(messageId: number, question: SearchQuestion): Buffer {
  const { base, scope, filter, attributes, sizeLimit } = question;
  return new LdapSearchRequest({
    messageId,
    baseDN: base,
    scope,
    filter: toLdapFilter(filter),
    attributes: [...attributes],
    sizeLimit,
    timeLimit: searchSeconds,
  }).write();
}

/** StartTLS (RFC 4511 4.14). */
export function startTlsRequest(messageId: number): Buffer {
  return new ExtendedRequest({ messageId, oid: '1.3.6.1.4.1.1466.20037' }).write();
}

export function unbindRequest(messageId: number): Buffer {
  return new UnbindRequest({ messageId }).write();
}
