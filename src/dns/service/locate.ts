import type { Problem } from '../../core/index.ts';
import type { Step } from '../../run/index.ts';
import { toProblem } from '../answer.ts';
import { isQualified } from '../names.ts';
import type { SrvRecord } from '../records.ts';
import type { Resolver } from '../resolver/resolver.ts';
import { orderServices } from './order.ts';
import { random } from './random.ts';

/** More servers of one service are more than anybody tries; each would cost questions and connections. */
const mostTargets = 100;

export interface ServiceTarget {
  readonly host: string;
  readonly port: number;
  readonly priority: number;
  readonly weight: number;
  /** Addresses that came with the answer, as hints; may be empty. */
  readonly addresses: readonly string[];
}

/** Where a service is. `not-offered`: the domain says that it has none (RFC 2782, target `.`). */
export type ServiceLocation =
  | {
      readonly kind: 'found';
      readonly targets: readonly ServiceTarget[];
      /** `address:port` of the server that says that DNSSEC vouches for it; null when none says so. */
      readonly authenticatedBy: string | null;
    }
  | { readonly kind: 'not-offered' }
  | { readonly kind: 'none'; readonly because: 'no-such-name' | 'no-data' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Asks for the SRV records of a service.
 *
 * @param name for example `_ldap._tcp.dc._msdcs.corp.example`
 * @returns targets in the order to try them (RFC 2782)
 */
export async function locateService(name: string, resolver: Resolver, step: Step): Promise<ServiceLocation> {
  const answer = await resolver.ask(name, 'SRV', step);
  if (answer.kind === 'no-such-name' || answer.kind === 'no-data') return { kind: 'none', because: answer.kind };
  if (answer.kind !== 'found') return { kind: 'failed', problem: toProblem(answer, name) };
  const targets = answer.records.filter(isUsable);
  if (targets.length === 0) {
    const refused = answer.records.every(({ target }) => target === '.');
    return refused ? { kind: 'not-offered' } : { kind: 'none', because: 'no-data' };
  }
  const ordered = orderServices(targets, random);
  const beyond = ordered.length - mostTargets;
  if (beyond > 0) step.line('dns', 'this run', 'note', `${beyond} more servers of ${name} are left out`);
  const located = ordered.slice(0, mostTargets).map(({ target, port, priority, weight }) => ({
    host: target,
    port,
    priority,
    weight,
    addresses: answer.additional.get(target) ?? [],
  }));
  return { kind: 'found', targets: located, authenticatedBy: answer.authenticated ? answer.server : null };
}

/** A target of one label or without a port leads nowhere. */
function isUsable({ target, port }: SrvRecord): boolean {
  return target !== '.' && isQualified(target) && port > 0;
}
