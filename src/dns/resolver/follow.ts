import type { Found, Hints } from '../answer.ts';
import { isQualified } from '../names.ts';
import { type DnsRecord, type RecordType, recordsOf } from '../records.ts';
import type { DnsMessage } from '../wire/message.ts';

/** No real name has longer chains; BIND and Unbound stop at about as many. */
const mostAliases = 10;
/** More records of one name are more than anybody can try. */
const mostTaken = 1_000;

/** What one message says to a question. `continues`: the chain of aliases leaves it, and is followed by asking again. */
export type Reading<T extends RecordType> =
  | Omit<Found<T>, 'server' | 'duration'>
  | { readonly kind: 'no-such-name' | 'no-data' | 'cname-loop' }
  | { readonly kind: 'continues' };

/**
 * Follows the CNAME chain (RFC 1034 3.6.2) inside one message. Records of names outside the chain are not looked at.
 *
 * @param chain the name that was asked for and the aliases so far; those found here are appended
 */
export function readMessage<T extends RecordType>(message: DnsMessage, chain: string[], type: T): Reading<T> {
  const known = chain.length;
  for (;;) {
    const name = chain[chain.length - 1] ?? '';
    const records = recordsOf(message.answers, name, type).slice(0, mostTaken);
    if (records.length > 0) return found(message, chain, records);
    const alias = recordsOf(message.answers, name, 'CNAME')[0];
    if (alias === undefined) return withoutRecords(message, chain.length > known);
    if (chain.includes(alias.data) || chain.length > mostAliases) return { kind: 'cname-loop' };
    // A name of one label means another thing on every machine, whoever says it.
    if (!isQualified(alias.data)) return { kind: 'no-such-name' };
    chain.push(alias.data);
  }
}

function found<T extends RecordType>(
  { additionals, authenticated }: DnsMessage,
  chain: readonly string[],
  records: readonly { readonly ttl: number; readonly data: Found<T>['records'][number] }[],
): Omit<Found<T>, 'server' | 'duration'> {
  const canonicalNames = chain.slice(1);
  return {
    kind: 'found',
    records: unique(records.map((record) => record.data)),
    ttl: Math.min(...records.map((record) => record.ttl)),
    canonicalName: canonicalNames[canonicalNames.length - 1] ?? null,
    canonicalNames,
    additional: hintsOf(additionals),
    authenticated,
  };
}

/** The response code belongs to the last name of the chain (RFC 6604); an SOA says that there is no more (RFC 2308). */
function withoutRecords({ rcode, authorities }: DnsMessage, ledOn: boolean): Reading<never> {
  if (rcode === 'NXDOMAIN') return { kind: 'no-such-name' };
  const isEnd = authorities.some((record) => record.type === 'SOA');
  return { kind: ledOn && !isEnd ? 'continues' : 'no-data' };
}

function hintsOf(additionals: readonly DnsRecord[]): Hints {
  const hints = new Map<string, string[]>();
  for (const record of additionals) {
    if (record.type !== 'A' && record.type !== 'AAAA') continue;
    const known = hints.get(record.name);
    if (known === undefined) hints.set(record.name, [record.data]);
    else if (!known.includes(record.data)) known.push(record.data);
  }
  return hints;
}

function unique<T>(values: readonly T[]): T[] {
  const byText = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...byText.values()];
}
