import { type Clock, systemClock } from '../../src/core/index.ts';
import { createResolver, type DnsServer, type Resolver, type ResolverSettings } from '../../src/dns/index.ts';

/** Long enough for a server that answers, however slow the machine is. */
const patient = 10_000;

/** Staggers never end: the next server is asked only when the one before has failed. */
const withoutStagger: Clock = { ...systemClock, sleep: (_, signal) => systemClock.sleep(2 ** 30, signal) };

/**
 * A resolver that asks these servers, one after the other unless a test gives it the system's clock; a test with
 * silent servers gives it a short `timeout`.
 */
export function resolverOf(
  servers: readonly DnsServer[],
  settings: Partial<ResolverSettings> = {},
  clock: Clock = withoutStagger,
): Resolver {
  const defaults = { timeout: patient, attempts: 1, rotate: false };
  const plain = servers.map(({ address, port }) => ({ address, port }));
  return createResolver({ servers: plain, ...defaults, ...settings }, { clock });
}
