import { AndFilter, EqualityFilter, SearchRequest } from 'ldapts';
import { BerError, berExtent } from '../ldap/ber.ts';
import { readResponse } from '../ldap/response.ts';
import { type NetlogonAnswer, parseNetlogon } from './netlogon.ts';

/** NETLOGON_NT_VERSION_5, _5EX and _WITH_CLOSEST_SITE, little-endian (MS-ADTS 6.3.1.1). */
const ntVersion = Buffer.from([0x16, 0, 0, 0]);

/** Bytes; a netlogon answer has some hundred. */
const datagramLimit = 4096;

/** A netlogon ping (MS-ADTS 6.3.3): a search for the attribute `netlogon`, in one datagram. */
export function encodePing(messageId: number, domain: string, host: string): Buffer {
  const filters = [
    new EqualityFilter({ attribute: 'DnsDomain', value: domain }),
    new EqualityFilter({ attribute: 'Host', value: host }),
    new EqualityFilter({ attribute: 'NtVer', value: ntVersion }),
  ];
  return new SearchRequest({
    messageId,
    scope: 'base',
    filter: new AndFilter({ filters }),
    attributes: ['netlogon'],
    timeLimit: 0,
  }).write();
}

/** `denied`: it is a directory server, but not one of the domain that was asked for. */
export type PingReply = { readonly kind: 'answer'; readonly answer: NetlogonAnswer } | { readonly kind: 'denied' };

/**
 * Reads a datagram that came back: SearchResultEntry and SearchResultDone in a row, or the latter alone.
 *
 * @returns null when it is not an answer to the ping of this id
 */
export function decodePing(datagram: Buffer, messageId: number): PingReply | null {
  if (datagram.length > datagramLimit) return null;
  const messages = cutDatagram(datagram)?.map(readResponse);
  const [first] = messages ?? [];
  if (!first?.ok || first.value.id !== messageId) return null;
  const { response } = first.value;
  if (response.kind === 'done') return { kind: 'denied' };
  if (response.kind !== 'entry') return null;
  const attribute = response.entry.attributes.find(({ name }) => name.toLowerCase() === 'netlogon');
  const answer = attribute?.values[0] === undefined ? null : parseNetlogon(attribute.values[0]);
  return answer === null ? null : { kind: 'answer', answer };
}

function cutDatagram(datagram: Buffer): Buffer[] | null {
  const messages: Buffer[] = [];
  try {
    for (let rest = datagram; rest.length > 0; ) {
      const extent = berExtent(rest);
      if (extent === null || extent.end > rest.length) return null;
      messages.push(rest.subarray(0, extent.end));
      rest = rest.subarray(extent.end);
    }
  } catch (error) {
    if (error instanceof BerError) return null;
    throw error;
  }
  return messages;
}
