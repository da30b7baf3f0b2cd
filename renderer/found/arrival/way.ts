import type { Arrival, Hop } from '../../../src/run/index.ts';

/** How a message came from one server to the next, by the word of whoever took it. */
export interface Leg extends Pick<Hop, 'with' | 'tls' | 'delay' | 'id' | 'at'> {
  /** Who handed it over, where that is not the stop before. */
  readonly from: string | null;
  /** Its part of the longest delay, from 0 to 1. */
  readonly share: number;
  readonly isFirst: boolean;
  readonly isLongest: boolean;
}

export interface Stop {
  readonly host: string | null;
  /** Null at the first one. */
  readonly leg: Leg | null;
}

/** The stops of a message in the order in which it came, whoever handed it in first. */
export function stopsOf({ hops }: Pick<Arrival, 'hops'>): readonly Stop[] {
  const longest = Math.max(0, ...hops.map(({ delay }) => delay ?? 0));
  const [first] = hops;
  if (first === undefined) return [];
  const taken = hops.map((hop, i): Stop => {
    const before = hops[i - 1]?.by ?? (i === 0 ? hop.from : null);
    const { by, from, delay } = hop;
    const share = longest > 0 && delay !== null && delay > 0 ? delay / longest : 0;
    return {
      host: by,
      leg: {
        with: hop.with,
        tls: hop.tls,
        delay,
        id: hop.id,
        at: hop.at,
        from: isSame(from, before) ? null : from,
        share,
        isFirst: i === 0,
        isLongest: share === 1 && hops.length > 2,
      },
    };
  });
  return [{ host: first.from, leg: null }, ...taken];
}

function isSame(one: string | null, other: string | null): boolean {
  return one?.toLowerCase() === other?.toLowerCase();
}
