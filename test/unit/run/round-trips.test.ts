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
});
