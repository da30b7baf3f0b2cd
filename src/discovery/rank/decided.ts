import { type NamedServer, serverKey } from './merge.ts';
import { purposes, trustOf } from './rank.ts';

/**
 * Whether it is known which servers will be chosen, by what is known so far: for each purpose one has proved its name, and none
 * that is still being tried comes from a more trustworthy source.
 *
 * @param proven by `serverKey`; absent while a server is being tried
 */
export function isDecided(tried: readonly NamedServer[], proven: ReadonlyMap<string, boolean>): boolean {
  return (['incoming', 'outgoing'] as const).every((purpose) => {
    const own = tried.filter(({ service }) => purposes[service] === purpose);
    const pending = own.filter((server) => !proven.has(serverKey(server)));
    const best = Math.min(...own.filter((server) => proven.get(serverKey(server)) === true).map(trustOf));
    return pending.every((server) => best <= trustOf(server));
  });
}
