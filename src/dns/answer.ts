import type { Problem } from '../core/index.ts';
import { problem } from '../problems/index.ts';
import type { RecordData, RecordType } from './records.ts';

/** Addresses by host name, from the additional section: whoever answered may be wrong about them. */
export type Hints = ReadonlyMap<string, readonly string[]>;

interface Answered {
  /** Who answered, as `address:port`; null when nobody did. */
  readonly server: string | null;
  /** Milliseconds from the question to the answer. */
  readonly duration: number;
}

export interface Found<T extends RecordType> extends Answered {
  readonly kind: 'found';
  readonly records: readonly RecordData[T][];
  /** The lowest of the records, in seconds. */
  readonly ttl: number;
  /** The last name of the CNAME chain; null when the name has the records itself. */
  readonly canonicalName: string | null;
  /** Every name of the CNAME chain after the one that was asked for. */
  readonly canonicalNames: readonly string[];
  readonly additional: Hints;
  /** The server says that DNSSEC vouches for it (AD bit, RFC 4035 3.2.3): its word only. */
  readonly authenticated: boolean;
}

export interface ServerFailure extends Answered {
  readonly kind: 'server-failure';
  /** For example `SERVFAIL`. */
  readonly rcode: string;
  /** What each server did. */
  readonly evidence: readonly string[];
}

export interface NoAnswer extends Answered {
  readonly kind: 'no-answer';
  readonly problem: Problem;
}

/** What became of a question, over all servers and tries. */
export type DnsAnswer<T extends RecordType = RecordType> =
  | Found<T>
  | (Answered & { readonly kind: 'no-such-name' })
  | (Answered & { readonly kind: 'no-data' })
  | (Answered & { readonly kind: 'cname-loop' })
  | ServerFailure
  | NoAnswer;

export type Unfound = Exclude<DnsAnswer, { kind: 'found' }>;

/** Every answer that is not the one hoped for, as a problem. Total. */
export function toProblem(answer: Unfound, name: string): Problem {
  const evidence = [`${name}: ${answer.kind}${answer.server === null ? '' : ` (${answer.server})`}`];
  switch (answer.kind) {
    case 'no-such-name':
      return problem('dns.no-such-name', { name }, { evidence });
    case 'no-data':
      return problem('dns.no-data', { name }, { evidence });
    case 'cname-loop':
      return problem('dns.cname-loop', { name }, { evidence });
    case 'server-failure': {
      const server = answer.server ?? answer.rcode;
      return problem('dns.server-failure', { name, server }, { evidence: answer.evidence });
    }
    case 'no-answer':
      return answer.problem;
  }
}

/** The answer whose kind is first in the ranking; undefined when there is none. */
export function mostTelling<A extends { readonly kind: string }>(
  answers: readonly A[],
  ranking: readonly A['kind'][],
): A | undefined {
  const ranked = [...answers].sort((a, b) => ranking.indexOf(a.kind) - ranking.indexOf(b.kind));
  return ranked[0];
}
