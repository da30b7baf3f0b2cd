import type { Exchange } from '../observation.ts';
import type { Report } from './schema.ts';

interface Placed extends Exchange {
  readonly probe: string;
  /** Among all exchanges: of two that ended at once the first is taken. */
  readonly place: number;
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
    .flatMap((probe) => probe.exchanges.map((exchange) => ({ ...exchange, probe: probe.id })))
    .map((exchange, place): Placed => ({ ...exchange, place }))
    .filter(({ roundTrips }) => roundTrips > 0);
  const asides = new Set(probes.filter((probe) => probe.aside).map((probe) => probe.id));
  const ofProbe = backwards(all, ({ probe }) => probe);
  const ofPeer = backwards(all, peerOf);
  const path: Report['roundTripFloor']['path'][number][] = [];
  let current = latest(all.filter((exchange) => !asides.has(exchange.probe)));
  while (current !== undefined) {
    const { probe, protocol, peer, asked, roundTrips, startedAt } = current;
    path.push({ probe, step: `${protocol} ${peer} ${asked}`, roundTrips });
    // A conversation goes on with its own peer; what another one said meanwhile is not what it waited for.
    current =
      ofPeer.get(peerOf(current))?.before(startedAt) ??
      latest([...ancestry(probe, waitsFor)].flatMap((id) => ofProbe.get(id)?.before(startedAt) ?? []));
  }
  return { roundTrips: path.reduce((sum, { roundTrips }) => sum + roundTrips, 0), path: path.reverse() };
}

/** Exchanges from the last answer to the first, for a walk that only ever goes back in time. */
interface Backwards {
  /** The last answer before a moment; each moment that is asked for lies before the one before it. */
  before(moment: number): Placed | undefined;
}

/** What has come too late for one moment has come too late for all earlier ones, and is never looked at again. */
function backwards(all: readonly Placed[], keyOf: (exchange: Placed) => string): ReadonlyMap<string, Backwards> {
  const groups = new Map<string, Placed[]>();
  for (const exchange of all) {
    const group = groups.get(keyOf(exchange)) ?? [];
    groups.set(keyOf(exchange), group);
    group.push(exchange);
  }
  return new Map([...groups].map(([key, group]) => [key, walkBack(group.sort(lastFirst))]));
}

function walkBack(sorted: readonly Placed[]): Backwards {
  let at = 0;
  return {
    before(moment) {
      for (let one = sorted[at]; one !== undefined; one = sorted[++at]) {
        if (one.startedAt < moment && endOf(one) <= moment + tolerance) return one;
      }
      return undefined;
    },
  };
}

function peerOf({ probe, peer }: Placed): string {
  return JSON.stringify([probe, peer]);
}

function endOf({ startedAt, duration }: Exchange): number {
  return startedAt + duration;
}

function lastFirst(left: Placed, right: Placed): number {
  return endOf(right) - endOf(left) || left.place - right.place;
}

function latest(exchanges: readonly Placed[]): Placed | undefined {
  return exchanges.reduce<Placed | undefined>((last, e) => (last && lastFirst(last, e) <= 0 ? last : e), undefined);
}

function ancestry(id: string, waitsFor: ReadonlyMap<string, readonly string[]>, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const other of waitsFor.get(id) ?? []) ancestry(other, waitsFor, seen);
  return seen;
}
