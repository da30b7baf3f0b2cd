import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EndedError, err, ok, type Result, race, systemClock } from '../../../src/core/index.ts';

/** How an attempt behaves: it answers after a while, or, with no answer, only when it is ended. */
interface Runner {
  readonly name: string;
  readonly after?: number;
  readonly answer?: Result<string, string>;
}

/** A track that records when each attempt started and which were ended. */
function track(signal = new AbortController().signal) {
  const begin = systemClock.now();
  const started: [name: string, at: number][] = [];
  const ended: string[] = [];
  const discarded: string[] = [];
  const attempt = ({ name, after, answer }: Runner, own: AbortSignal) =>
    new Promise<Result<string, string>>((resolve) => {
      started.push([name, systemClock.now() - begin]);
      const stop = () => {
        ended.push(name);
        resolve(err('ended'));
      };
      if (own.aborted) return stop();
      own.addEventListener('abort', stop, { once: true });
      if (answer) setTimeout(() => resolve(answer), after);
    });
  const run = (runners: readonly Runner[], with_ = attempt) =>
    race(runners, { stagger: 250, clock: systemClock, signal, discard: (value) => discarded.push(value) }, with_);
  return { run, started, ended, discarded };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a race', () => {
  it('of a first choice that works starts nobody else', async () => {
    const { run, started } = track();
    const result = run([
      { name: 'a', after: 100, answer: ok('A') },
      { name: 'b', after: 1, answer: ok('B') },
    ]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await result).winner?.value).toBe('A');
    expect(started).toEqual([['a', 0]]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('with a silent first choice costs the stagger, and ends the silent one', async () => {
    const { run, started, ended } = track();
    const result = run([{ name: 'silent' }, { name: 'b', after: 10, answer: ok('B') }]);
    await vi.advanceTimersByTimeAsync(260);
    expect((await result).winner).toEqual({ item: expect.objectContaining({ name: 'b' }), value: 'B' });
    expect(started).toEqual([
      ['silent', 0],
      ['b', 250],
    ]);
    expect(ended).toEqual(['silent']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('starts the next one as soon as one has failed', async () => {
    const { run, started } = track();
    const result = run([
      { name: 'a', after: 20, answer: err('refused') },
      { name: 'b', after: 1, answer: ok('B') },
    ]);
    await vi.advanceTimersByTimeAsync(21);
    expect((await result).winner?.value).toBe('B');
    expect((await result).failures.map(({ item, error }) => [item.name, error])).toEqual([['a', 'refused']]);
    expect(started).toEqual([
      ['a', 0],
      ['b', 20],
    ]);
  });

  it('staggers again after a failure instead of using the old pause', async () => {
    const { run, started } = track();
    const result = run([
      { name: 'a', after: 240, answer: err('refused') },
      { name: 'b' },
      { name: 'c', after: 1, answer: ok('C') },
    ]);
    await vi.advanceTimersByTimeAsync(500);
    expect((await result).winner?.value).toBe('C');
    expect(started).toEqual([
      ['a', 0],
      ['b', 240],
      ['c', 490],
    ]);
  });

  it('without a winner gives each failure', async () => {
    const { run } = track();
    const result = run([
      { name: 'a', after: 5, answer: err('x') },
      { name: 'b', after: 5, answer: err('y') },
    ]);
    await vi.advanceTimersByTimeAsync(20);
    expect(await result).toMatchObject({ winner: null, failures: [{ error: 'x' }, { error: 'y' }] });
  });

  it('without anybody has no winner', async () => {
    expect(await track().run([])).toEqual({ winner: null, failures: [] });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gets rid of a value that came too late', async () => {
    const { run, discarded } = track();
    const deaf = async ({ after, answer }: Runner) => {
      await new Promise((resolve) => setTimeout(resolve, after));
      return answer ?? err('none');
    };
    const result = run(
      [
        { name: 'a', after: 300, answer: ok('late') },
        { name: 'b', after: 10, answer: ok('B') },
      ],
      deaf,
    );
    await vi.advanceTimersByTimeAsync(300);
    expect((await result).winner?.value).toBe('B');
    expect(discarded).toEqual(['late']);
  });

  it('ends when it is cancelled, with nobody left running and nobody started', async () => {
    const controller = new AbortController();
    const { run, ended } = track(controller.signal);
    const result = run([{ name: 'a' }, { name: 'b' }]);
    await vi.advanceTimersByTimeAsync(10);
    controller.abort(new EndedError('cancelled'));
    expect(await result).toMatchObject({ winner: null });
    expect(ended).toEqual(['a']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails as a whole when an attempt breaks its word and throws', async () => {
    const { run } = track();
    const result = run([{ name: 'a' }], () => Promise.reject(new Error('a bug')));
    await expect(result).rejects.toThrow('a bug');
  });
});
