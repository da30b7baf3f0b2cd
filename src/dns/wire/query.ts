import { type Answer, AUTHENTIC_DATA, encode, RECURSION_DESIRED } from 'dns-packet';
import type { RecordType } from '../records.ts';

/** What passes every path unfragmented (RFC 9715, the DNS flag day of 2020). */
const udpPayloadSize = 1232;

const opt: Answer = {
  type: 'OPT',
  name: '.',
  udpPayloadSize,
  extendedRcode: 0,
  ednsVersion: 0,
  flags: 0,
  flag_do: false,
  options: [],
};

/**
 * A query as bytes. The AD bit asks for the AD bit of the answer (RFC 6840 5.7).
 *
 * @param name a domain name as `isDomainName` demands
 * @param edns whether to announce EDNS0 (RFC 6891); servers that do not know it refuse it
 */
export function encodeQuery(id: number, name: string, type: RecordType, edns: boolean): Buffer {
  return encode({
    type: 'query',
    id,
    flags: RECURSION_DESIRED | AUTHENTIC_DATA,
    questions: [{ type, class: 'IN', name }],
    additionals: edns ? [opt] : [],
  });
}
