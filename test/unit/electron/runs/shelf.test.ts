import { describe, expect, it, vi } from 'vitest';
import { makeShelf } from '../../../../electron/runs/shelf.ts';
import { Secret } from '../../../../src/core/index.ts';

describe('the passwords that are kept', () => {
  it('are let go of after a while', async () => {
    const shelf = makeShelf({ most: 4, time: 1 });
    shelf.keep('run', { password: new Secret('x'), relayPassword: null });
    await vi.waitFor(() => expect(shelf.of('run')).toBeNull());
  });

  it('are kept anew from the end of their run', () => {
    vi.useFakeTimers();
    try {
      const shelf = makeShelf({ most: 4, time: 100 });
      shelf.keep('run', { password: new Secret('x'), relayPassword: null });
      vi.advanceTimersByTime(60);
      shelf.renew('run');
      vi.advanceTimersByTime(60);
      expect(shelf.of('run')).not.toBeNull();
      vi.advanceTimersByTime(60);
      expect(shelf.of('run')).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});
