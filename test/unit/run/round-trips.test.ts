import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/run/index.ts';
import { roundTripFloor } from '../../../src/run/report/round-trips.ts';

function exchange(asked: string, startedAt: number, duration: number, roundTrips = 1): Exchange {
  return { type: 'exchange', protocol: 'dns', peer: 'p', asked, answered: '', startedAt, duration, roundTrips };
}

const probe = (id: string, exchanges: Exchange[], aside = false) => ({ id, aside, exchanges });
const steps = (floor: ReturnType<typeof roundTripFloor>) => floor.path.map(({ step }) => step.split(' ').at(-1));

describe('the round-trip floor', () => {
  it('counts what had to wait for another answer, and not what ran beside it', () => {
    const name = probe('name', [exchange('a', 0, 10), exchange('aaaa', 0, 9)]);
    const relay = probe('relay', [exchange('connect', 10, 10), exchange('tls', 20, 20, 2)]);
    const floor = roundTripFloor([name, relay], new Map([['relay', ['name']]]));
    expect(steps(floor)).toEqual(['a', 'connect', 'tls']);
    expect(floor.roundTrips).toBe(4);
  });

  it('follows the branch that kept the others waiting', () => {
    const quick = probe('quick', [exchange('q1', 0, 5)]);
    const slow = probe('slow', [exchange('s1', 0, 10), exchange('s2', 10, 10)]);
    const both = probe('both', [exchange('b', 20, 10)]);
    const floor = roundTripFloor([quick, slow, both], new Map([['both', ['quick', 'slow']]]));
    expect(steps(floor)).toEqual(['s1', 's2', 'b']);
  });

  it('leaves side questions out', () => {
    const main = probe('main', [exchange('m', 0, 10)]);
    const side = probe('side', [exchange('x', 0, 10), exchange('y', 10, 30)], true);
    expect(steps(roundTripFloor([main, side], new Map()))).toEqual(['m']);
  });

  it('counts nothing for questions to this machine', () => {
    const floor = roundTripFloor([probe('os', [exchange('settings', 0, 10, 0)])], new Map());
    expect(floor).toEqual({ roundTrips: 0, path: [] });
  });

  it('takes of two answers that came at once the first, and its own peer’s before another’s', () => {
    const own = { ...exchange('mine', 0, 4), peer: 'q' };
    const early = probe('early', [
      exchange('x', 0, 9),
      exchange('y', 1, 8),
      own,
      { ...exchange('end', 9, 1), peer: 'q' },
    ]);
    expect(steps(roundTripFloor([early], new Map()))).toEqual(['mine', 'end']);
    const other = probe('other', [exchange('x', 0, 9), exchange('y', 1, 8), { ...exchange('end', 9, 1), peer: 'q' }]);
    expect(steps(roundTripFloor([other], new Map()))).toEqual(['x', 'end']);
  });

  it('is a path on which each answer came before the next question, whatever happened', () => {
    const anExchange = fc.record({
      peer: fc.constantFrom('p', 'q'),
      startedAt: fc.nat(20),
      duration: fc.nat(8),
      roundTrips: fc.nat(2),
    });
    const anyRun = fc.array(fc.array(anExchange, { maxLength: 12 }), { maxLength: 4 });
    fc.assert(
      fc.property(anyRun, (lists) => {
        const probes = lists.map((list, i) =>
          probe(
            `p${i}`,
            list.map((one, k) => ({
              ...exchange(`${i}.${k}`, one.startedAt, one.duration, one.roundTrips),
              peer: one.peer,
            })),
          ),
        );
        const waitsFor = new Map(probes.map(({ id }, i) => [id, probes.slice(0, i).map((before) => before.id)]));
        expect(steps(roundTripFloor(probes, waitsFor))).toEqual(walkedPlainly(probes, waitsFor));
      }),
    );
  });
});

/** The definition, step by step: all exchanges are looked at for each. */
function walkedPlainly(probes: readonly ReturnType<typeof probe>[], waitsFor: ReadonlyMap<string, readonly string[]>) {
  const all = probes
    .flatMap(({ id, exchanges }) => exchanges.map((one) => ({ ...one, id })))
    .filter((one) => one.roundTrips > 0);
  const end = (one: Exchange) => one.startedAt + one.duration;
  const last = (some: typeof all) => some.find((one) => some.every((other) => end(other) <= end(one)));
  const path: string[] = [];
  for (let now = last(all); now !== undefined; ) {
    const { id, peer, startedAt } = now;
    path.unshift(now.asked);
    const known = [id, ...(waitsFor.get(id) ?? [])];
    const before = all.filter(
      (one) => known.includes(one.id) && one.startedAt < startedAt && end(one) <= startedAt + 0.5,
    );
    now = last(before.filter((one) => one.id === id && one.peer === peer)) ?? last(before);
  }
  return path;
}
