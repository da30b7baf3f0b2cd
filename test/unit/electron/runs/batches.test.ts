import { describe, expect, it, vi } from 'vitest';
import { batchEvents } from '../../../../electron/runs/batches.ts';
import type { RunEvent } from '../../../../src/run/index.ts';
import { recordedEvents } from '../../../fakes/recorded-run.ts';
import { soundChain } from '../../../fakes/sample-chain.ts';

const events = recordedEvents(soundChain);

function stage(limits?: { readonly pause: number; readonly most: number }) {
  const batches: RunEvent[][] = [];
  return { batches, ...batchEvents((batch) => batches.push(batch), limits) };
}

describe('the events of a run', () => {
  it('come at once at its start and its end, and together in between', () => {
    const { batches, add } = stage({ pause: 60_000, most: 200 });
    for (const event of events) add(event);
    expect(batches).toEqual([[events[0]], events.slice(1)]);
  });

  it('do not wait for long when nothing follows', async () => {
    const { batches, add } = stage({ pause: 1, most: 200 });
    for (const event of events.slice(0, 3)) add(event);
    await vi.waitFor(() => expect(batches).toEqual([[events[0]], events.slice(1, 3)]));
  });

  it('come in small batches when there are many', () => {
    const { batches, add } = stage({ pause: 60_000, most: 3 });
    for (const event of events.slice(0, 8)) add(event);
    expect(batches.map(({ length }) => length)).toEqual([1, 3, 3]);
  });

  it('come in smaller batches when they are large', () => {
    const { batches, add, flush } = stage({ pause: 60_000, most: 200 });
    const [started, ...rest] = events;
    const large = Array.from({ length: 20 }, (): RunEvent => {
      const observation = {
        type: 'line',
        protocol: 'smtp',
        peer: 'p',
        direction: 'received',
        text: 'x'.repeat(60_000),
      } as const;
      return { run: 'r', seq: 1, parent: 0, at: 1, type: 'observation', probe: 'dns.name', observation };
    });
    const all = [...(started ? [started] : []), ...large, ...rest];
    for (const event of all) add(event);
    flush();
    expect(batches.flat()).toEqual(all);
    expect(Math.max(...batches.map((batch) => JSON.stringify(batch).length))).toBeLessThan(210_000);
  });
});
