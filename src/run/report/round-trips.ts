import type { Exchange } from '../observation.ts';
import type { Report } from './schema.ts';

interface Placed extends Exchange {
  readonly probe: string;
}

/** Clock readings of one moment, taken in two places, may differ by so much (milliseconds). */
const tolerance = 0.5;

/**
 * The least number of round trips that this run could have taken in the way it went: the critical path through the
 * exchanges that really took place. It is walked backwards: from the last answer of the last link to the answer that
 * came last before its question was asked, in the same probe or in one that it waited for, and so on to the start. What
 * took no round trip (this machine's settings, an answer that never came) is not part of it.
 *
 * @param probes exchanges by probe, in chain order
 * @param waitsFor probe id → ids of the probes it waits for
 */
export function roundTripFloor(
  probes: readonly { readonly id: string; readonly aside: boolean; readonly exchanges: readonly Exchange[] }[],
  waitsFor: ReadonlyMap<string, readonly string[]>,
): Report['roundTripFloor'] {
  const all = probes
    .flatMap((probe) => probe.exchanges.map((exchange): Placed => ({ ...exchange, probe: probe.id })))
    .filter(({ roundTrips }) => roundTrips > 0);
  const asides = new Set(probes.filter((probe) => probe.aside).map((probe) => probe.id));
  const path: Report['roundTripFloor']['path'][number][] = [];
  let current = latest(all.filter((exchange) => !asides.has(exchange.probe)));
  while (current !== undefined) {
    const { probe, protocol, peer, asked, roundTrips, startedAt } = current;
    path.unshift({ probe, step: `${protocol} ${peer} ${asked}`, roundTrips });
    const before = ancestry(probe, waitsFor);
    const earlier = all.filter(
      (e) => before.has(e.probe) && e.startedAt < startedAt && endOf(e) <= startedAt + tolerance,
    );
    // A conversation goes on with its own peer; what another one said meanwhile is not what it waited for.
    current = latest(earlier.filter((e) => e.probe === probe && e.peer === peer)) ?? latest(earlier);
  }
  return { roundTrips: path.reduce((sum, { roundTrips }) => sum + roundTrips, 0), path };
}

function endOf({ startedAt, duration }: Exchange): number {
  return startedAt + duration;
}

function latest(exchanges: readonly Placed[]): Placed | undefined {
  return exchanges.reduce<Placed | undefined>((last, e) => (last && endOf(last) >= endOf(e) ? last : e), undefined);
}

function ancestry(id: string, waitsFor: ReadonlyMap<string, readonly string[]>, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const other of waitsFor.get(id) ?? []) ancestry(other, waitsFor, seen);
  return seen;
}
