import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderServices } from '../../../src/dns/index.ts';

const service = fc.record({ priority: fc.nat(3), weight: fc.oneof(fc.constant(0), fc.nat(65_535)), id: fc.nat() });
const drawn = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

/** Draws the given numbers in turn. */
function sequence(numbers: readonly number[]): () => number {
  let next = 0;
  return () => numbers[next++ % Math.max(numbers.length, 1)] ?? 0;
}

/** A generator that gives the same numbers in each run (Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function share(services: readonly { priority: number; weight: number; id: string }[], id: string): number {
  const random = seeded(42);
  const rounds = 20_000;
  let first = 0;
  for (let i = 0; i < rounds; i++) if (orderServices(services, random)[0]?.id === id) first++;
  return first / rounds;
}

describe('the order of services', () => {
  it('has each of them once, lower priorities first, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.array(service, { maxLength: 30 }), fc.array(drawn, { minLength: 1 }), (services, numbers) => {
        const ordered = orderServices(services, sequence(numbers));
        expect(ordered).toHaveLength(services.length);
        expect(new Set(ordered)).toEqual(new Set(services));
        const priorities = ordered.map(({ priority }) => priority);
        expect(priorities).toEqual([...priorities].sort((one, other) => one - other));
      }),
    );
  });

  it('gives chances in proportion to the weights', () => {
    const services = [
      { priority: 0, weight: 75, id: 'heavy' },
      { priority: 0, weight: 25, id: 'light' },
    ];
    expect(share(services, 'heavy')).toBeCloseTo(0.75, 1);
  });

  it('nearly never puts weight 0 before a weight', () => {
    const services = [
      { priority: 0, weight: 0, id: 'none' },
      { priority: 0, weight: 1_000, id: 'some' },
    ];
    expect(share(services, 'none')).toBeLessThan(0.01);
  });

  it('shares fairly among services that all have weight 0', () => {
    const services = ['a', 'b', 'c', 'd'].map((id) => ({ priority: 0, weight: 0, id }));
    for (const { id } of services) expect(share(services, id)).toBeCloseTo(0.25, 1);
  });
});
