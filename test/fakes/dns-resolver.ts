import { systemClock } from '../../src/core/index.ts';
import { createResolver, type DnsServer, type Resolver, type ResolverSettings } from '../../src/dns/index.ts';

/** Long enough for a server that answers, however slow the machine is. */
const patient = 10_000;

/** A resolver that asks these servers; a test with silent servers gives a short `timeout`. */
export function resolverOf(servers: readonly DnsServer[], settings: Partial<ResolverSettings> = {}): Resolver {
  const defaults = { timeout: patient, attempts: 1, rotate: false };
  const plain = servers.map(({ address, port }) => ({ address, port }));
  return createResolver({ servers: plain, ...defaults, ...settings }, { clock: systemClock });
}
