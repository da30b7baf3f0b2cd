import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EndedError, systemClock } from '../../../src/core/index.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the system clock', () => {
  it('counts forward in milliseconds', () => {
    const start = systemClock.now();
    vi.advanceTimersByTime(250);
    expect(systemClock.now() - start).toBe(250);
  });

  it('sleeps as long as it is told', async () => {
    let awake = false;
    const sleeping = systemClock.sleep(100, new AbortController().signal).then(() => {
      awake = true;
    });
    await vi.advanceTimersByTimeAsync(99);
    expect(awake).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await sleeping;
    expect(awake).toBe(true);
  });

  it('wakes at once when it is aborted, with that reason, and leaves no timer', async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort(new EndedError('cancelled'));
    await expect(sleeping).rejects.toMatchObject({ reason: 'cancelled' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not fall asleep when the signal has already aborted', async () => {
    const sleeping = systemClock.sleep(60_000, AbortSignal.abort(new EndedError('deadline')));
    await expect(sleeping).rejects.toMatchObject({ reason: 'deadline' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('forgets the signal once it has slept', async () => {
    const controller = new AbortController();
    const remove = vi.spyOn(controller.signal, 'removeEventListener');
    const sleeping = systemClock.sleep(5, controller.signal);
    await vi.advanceTimersByTimeAsync(5);
    await sleeping;
    expect(remove).toHaveBeenCalledWith('abort', expect.any(Function));
  });
});
