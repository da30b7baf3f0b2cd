import type { Exchange } from '../observation.ts';
import type { Report } from './schema.ts';

/** An exchange with its probe, and its place among all: of two that ended at once the first is taken. */
interface Placed {
  readonly exchange: Exchange;
  readonly probe: string;
  readonly end: number;
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
  const ofProbe = new Map(probes.map(({ id }) => [id, [] as Placed[]]));
  let place = 0;
  for (const { id, exchanges } of probes) {
    for (const exchange of exchanges) {
      const end = exchange.startedAt + exchange.duration;
      if (exchange.roundTrips > 0) ofProbe.get(id)?.push({ exchange, probe: id, end, place: place++ });
    }
  }
  const walks = new Map([...ofProbe].map(([id, all]) => [id, walkBack(all.sort(lastFirst))]));
  const ends = probes.flatMap(({ id, aside }) => (aside ? [] : (ofProbe.get(id)?.slice(0, 1) ?? [])));
  const path: Report['roundTripFloor']['path'][number][] = [];
  let current = latest(ends);
  while (current !== undefined) {
    const { probe, exchange } = current;
    const { protocol, peer, asked, roundTrips, startedAt } = exchange;
    path.push({ probe, step: `${protocol} ${peer} ${asked}`, roundTrips });
    // A conversation goes on with its own peer; what another one said meanwhile is not what it waited for.
    current =
      walks.get(probe)?.ofPeer(peer, startedAt) ??
      latest([...ancestry(probe, waitsFor)].flatMap((id) => walks.get(id)?.ofAny(startedAt) ?? []));
  }
  return { roundTrips: path.reduce((sum, { roundTrips }) => sum + roundTrips, 0), path: path.reverse() };
}

/** The exchanges of a probe, for a walk that only ever goes back in time: each moment asked for lies before the last one. */
interface Backwards {
  /** The last answer of a peer before a moment. */
  ofPeer(peer: string, moment: number): Placed | undefined;
  ofAny(moment: number): Placed | undefined;
}

function walkBack(sorted: readonly Placed[]): Backwards {
  const peers = new Map<string, Placed[]>();
  for (const placed of sorted) {
    const own = peers.get(placed.exchange.peer);
    if (own) own.push(placed);
    else peers.set(placed.exchange.peer, [placed]);
  }
  const ofPeers = new Map([...peers].map(([peer, own]) => [peer, lastBefore(own)]));
  return { ofPeer: (peer, moment) => ofPeers.get(peer)?.(moment), ofAny: lastBefore(sorted) };
}

/** What has come too late for one moment has come too late for all earlier ones, and is never looked at again. */
function lastBefore(sorted: readonly Placed[]): (moment: number) => Placed | undefined {
  let at = 0;
  return (moment) => {
    for (let one = sorted[at]; one !== undefined; one = sorted[++at]) {
      if (one.exchange.startedAt < moment && one.end <= moment + tolerance) return one;
    }
    return undefined;
  };
}

function lastFirst(left: Placed, right: Placed): number {
  return right.end - left.end || left.place - right.place;
}

function latest(placed: readonly Placed[]): Placed | undefined {
  return placed.reduce<Placed | undefined>((last, one) => (last && lastFirst(last, one) <= 0 ? last : one), undefined);
}

function ancestry(id: string, waitsFor: ReadonlyMap<string, readonly string[]>, seen = new Set<string>()): Set<string> {
  if (seen.has(id)) return seen;
  seen.add(id);
  for (const other of waitsFor.get(id) ?? []) ancestry(other, waitsFor, seen);
  return seen;
}
