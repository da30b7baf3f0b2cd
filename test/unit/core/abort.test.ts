import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { abortReason, deadline, EndedError, endedByDeadline, untilAborted } from '../../../src/core/index.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a deadline', () => {
  it('ends when its time is up, not before, and says that it was the time', () => {
    const own = deadline(new AbortController().signal, 100);
    vi.advanceTimersByTime(99);
    expect(own.signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(own.signal.aborted).toBe(true);
    expect(endedByDeadline(own.signal)).toBe(true);
    expect(abortReason(own.signal)).toMatchObject({ reason: 'deadline' });
  });

  it('ends with its parent, for the reason of its parent', () => {
    const parent = new AbortController();
    const own = deadline(parent.signal, 100);
    const reason = new EndedError('cancelled');
    parent.abort(reason);
    expect(abortReason(own.signal)).toBe(reason);
    expect(endedByDeadline(own.signal)).toBe(false);
  });

  it('is told apart from a cancelled parent when the parent itself ran out of time', () => {
    const outer = deadline(new AbortController().signal, 50);
    const inner = deadline(outer.signal, 100);
    vi.advanceTimersByTime(50);
    expect(endedByDeadline(inner.signal)).toBe(true);
  });

  it('has ended from the start when its parent has', () => {
    const own = deadline(AbortSignal.abort(new EndedError('cancelled')), 100);
    expect(own.signal.aborted).toBe(true);
    own.clear();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('never ends its parent', () => {
    const parent = new AbortController();
    const own = deadline(parent.signal, 10);
    vi.advanceTimersByTime(10);
    own.end();
    expect(parent.signal.aborted).toBe(false);
  });

  it('can be ended early, and a second end changes nothing', () => {
    const own = deadline(new AbortController().signal, 100);
    own.end();
    own.end('deadline');
    expect(endedByDeadline(own.signal)).toBe(false);
    expect(abortReason(own.signal)).toMatchObject({ reason: 'cancelled' });
  });

  it('sets no timer when it has no time limit', () => {
    const own = deadline(new AbortController().signal);
    expect(vi.getTimerCount()).toBe(0);
    expect(own.signal.aborted).toBe(false);
  });

  it('leaves neither timer nor listener once it is cleared', () => {
    const parent = new AbortController();
    const own = deadline(parent.signal, 100);
    own.clear();
    own.clear();
    expect(vi.getTimerCount()).toBe(0);
    parent.abort();
    expect(own.signal.aborted).toBe(false);
  });
});

describe('waiting until aborted', () => {
  it('gives what the promise gives', async () => {
    const { signal } = new AbortController();
    await expect(untilAborted(Promise.resolve(7), signal)).resolves.toBe(7);
    await expect(untilAborted(Promise.reject(new Error('no')), signal)).rejects.toThrow('no');
  });

  it('ends at once with the reason of the signal while the promise still waits', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(new Promise(() => {}), controller.signal);
    controller.abort(new EndedError('deadline'));
    await expect(waiting).rejects.toMatchObject({ reason: 'deadline' });
  });

  it('does not wait at all when the signal has already aborted', async () => {
    const signal = AbortSignal.abort(new EndedError('cancelled'));
    await expect(untilAborted(new Promise(() => {}), signal)).rejects.toMatchObject({ reason: 'cancelled' });
  });

  it('gives a signal without a reason of ours its own reason', () => {
    expect(abortReason(AbortSignal.abort('why'))).toBe('why');
    expect(abortReason(new AbortController().signal)).toBeInstanceOf(EndedError);
  });

  it('takes no notice of a promise that fails after the wait has ended', async () => {
    vi.useRealTimers();
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    const signal = AbortSignal.abort(new EndedError('cancelled'));
    await expect(untilAborted(Promise.reject(new Error('late')), signal)).rejects.toThrow('cancelled');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });
});

describe('a very long deadline', () => {
  it('does not end at once', () => {
    vi.useFakeTimers();
    const own = deadline(new AbortController().signal, 1e12);
    vi.advanceTimersByTime(60_000);
    expect(own.signal.aborted).toBe(false);
    own.clear();
    vi.useRealTimers();
  });
});
