import { type Problem, times } from '../core/index.ts';
import type { Step } from '../run/index.ts';
import { type DnsAnswer, type Hints, mostTelling, toProblem } from './answer.ts';
import type { Resolver } from './resolver/resolver.ts';
import { settleSoon } from './settle-soon.ts';

/** More addresses of one family are more than anybody tries. */
const mostAddresses = 32;

/** What became of the addresses of one host name. */
export interface HostAddresses {
  readonly name: string;
  readonly kind: DnsAnswer['kind'];
  /** IPv6 first (RFC 6724); empty unless `found`. */
  readonly addresses: readonly string[];
  /** The names of the CNAME chain after `name`. */
  readonly canonicalNames: readonly string[];
  /** Why there is no address; null when there is one. */
  readonly problem: Problem | null;
  readonly server: string | null;
  /** Milliseconds. */
  readonly duration: number;
}

/** Whether the name exists does not depend on the record type; what is not known outweighs that one type is missing. */
const ranking = ['cname-loop', 'no-such-name', 'server-failure', 'no-answer', 'no-data'] as const;

type AddressAnswer = DnsAnswer<'A'> | DnsAnswer<'AAAA'>;

/**
 * The addresses of a host, A and AAAA asked at once. When one is found, the other may take only a little longer: some
 * servers never answer for AAAA.
 *
 * @param hints addresses that came with another answer; when they hold the host, nobody is asked
 */
export async function addressesOf(resolver: Resolver, name: string, step: Step, hints?: Hints): Promise<HostAddresses> {
  const hinted = (hints?.get(name) ?? []).slice(0, mostAddresses);
  if (hinted.length > 0) {
    return { name, kind: 'found', addresses: hinted, canonicalNames: [], problem: null, server: null, duration: 0 };
  }
  const types = ['AAAA', 'A'] as const;
  const answers = await settleSoon<(typeof types)[number], AddressAnswer>(types, {
    signal: step.signal,
    patience: () => times.dnsOtherFamily,
    start: (type, signal) => resolver.ask(name, type, { ...step, signal }),
    isFound: (answer) => answer.kind === 'found',
  });
  return combine(name, answers);
}

function combine(name: string, answers: readonly AddressAnswer[]): HostAddresses {
  const found = answers.flatMap((answer) => (answer.kind === 'found' ? [answer] : []));
  const first = found[0];
  if (first !== undefined) {
    const addresses = found.flatMap(({ records }) => records.slice(0, mostAddresses));
    const canonicalNames = [...new Set(found.flatMap((answer) => answer.canonicalNames))];
    const duration = Math.max(...found.map((answer) => answer.duration));
    return { name, kind: 'found', addresses, canonicalNames, problem: null, server: first.server, duration };
  }
  const unfound = answers.flatMap((answer) => (answer.kind === 'found' ? [] : [answer]));
  const worst = mostTelling(unfound, ranking);
  const { kind = 'no-data', server = null, duration = 0 } = worst ?? {};
  const problem = worst === undefined ? null : toProblem(worst, name);
  return { name, kind, addresses: [], canonicalNames: [], problem, server, duration };
}
