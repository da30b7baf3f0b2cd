import type { Problem } from '../../core/index.ts';
import { isAddress } from '../../net/index.ts';
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

/** A record that leads nowhere: to an address instead of a name, to a name of one label, or to no port. */
export interface UselessRecord {
  readonly target: string;
  readonly port: number;
  readonly flaw: 'address' | 'short-name' | 'no-port';
}

/** Where a service is. `not-offered`: the domain says that it has none (RFC 2782, target `.`). */
export type ServiceLocation =
  | {
      readonly kind: 'found';
      readonly targets: readonly ServiceTarget[];
      readonly useless: readonly UselessRecord[];
      /** `address:port` of the server that says that DNSSEC vouches for it; null when none says so. */
      readonly authenticatedBy: string | null;
    }
  | { readonly kind: 'not-offered' }
  | {
      readonly kind: 'none';
      readonly because: 'no-such-name' | 'no-data';
      readonly useless: readonly UselessRecord[];
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Asks for the SRV records of a service.
 *
 * @param name for example `_ldap._tcp.dc._msdcs.corp.example`
 * @returns targets in the order to try them (RFC 2782)
 */
export async function locateService(name: string, resolver: Resolver, step: Step): Promise<ServiceLocation> {
  const answer = await resolver.ask(name, 'SRV', step);
  if (answer.kind === 'no-such-name' || answer.kind === 'no-data') {
    return { kind: 'none', because: answer.kind, useless: [] };
  }
  if (answer.kind !== 'found') return { kind: 'failed', problem: toProblem(answer, name) };
  const targets = answer.records.filter((record) => record.target !== '.' && flawOf(record) === null);
  const useless = answer.records.flatMap(uselessRecord);
  if (targets.length === 0) {
    return useless.length === 0 ? { kind: 'not-offered' } : { kind: 'none', because: 'no-data', useless };
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
  return { kind: 'found', targets: located, useless, authenticatedBy: answer.authenticated ? answer.server : null };
}

function uselessRecord(record: SrvRecord): UselessRecord[] {
  const flaw = record.target === '.' ? null : flawOf(record);
  return flaw === null ? [] : [{ target: record.target, port: record.port, flaw }];
}

function flawOf({ target, port }: SrvRecord): UselessRecord['flaw'] | null {
  if (isAddress(target)) return 'address';
  if (!isQualified(target)) return 'short-name';
  return port > 0 ? null : 'no-port';
}
