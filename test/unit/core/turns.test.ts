import { describe, expect, it } from 'vitest';
import { createTurns } from '../../../src/core/index.ts';

describe('work that is done in turn', () => {
  it('begins when what was asked for before has ended, also where that failed', async () => {
    const inTurn = createTurns();
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      seen.push(`${name} ends`);
      if (name === 'a') throw new Error(name);
      return name;
    };
    const [a, b] = await Promise.allSettled([inTurn(work('a')), inTurn(work('b'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect([a?.status, b?.status]).toEqual(['rejected', 'fulfilled']);
  });
});
