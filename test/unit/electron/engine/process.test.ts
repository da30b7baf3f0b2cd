import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { reducedEnvironment } from '../../../../electron/engine/environment.ts';
import { watchMemory } from '../../../../electron/engine/memory.ts';
import { keepSpare } from '../../../../electron/engine/spare.ts';
import { lastCharacters, stopOf } from '../../../../electron/engine/stop.ts';
import { type FakeEngine, fakeEngine } from '../../../fakes/engine-process.ts';

describe('the environment of the engine', () => {
  it('holds what finds the system, in whatever case it is written, and nothing else', () => {
    const all = {
      PATH: '/bin',
      SystemRoot: 'C:\\Windows',
      AWS_SECRET_ACCESS_KEY: 'x',
      NODE_OPTIONS: '-r x',
      LANG: undefined,
    };
    expect(reducedEnvironment(all)).toEqual({ PATH: '/bin', SystemRoot: 'C:\\Windows' });
  });
});

describe('why an engine has ended', () => {
  it.each([
    [0, '', { reason: 'it ended by itself (exit code 0)', evidence: [] }],
    [11, '', { reason: 'it crashed', evidence: ['exit code 11'] }],
    [
      1,
      '/home/pat/x.cjs:7\nthrow new TypeError("x")\n\nTypeError: no such \u001b[31mthing\n    at /home/pat/x.cjs',
      { reason: 'it crashed', evidence: ['exit code 1', 'TypeError: no such \\u{1b}[31mthing'] },
    ],
  ])('is told from exit code %i and its last words', (code, said, stop) => {
    expect(stopOf(code, said)).toEqual(stop);
  });

  it('is read from no more than the end of what it says', () => {
    const stream = new PassThrough();
    const said = lastCharacters(stream);
    for (let i = 0; i < 10; i += 1) stream.emit('data', `${i}`.repeat(1_000));
    expect(said()).toBe(['6', '7', '8', '9'].map((digit) => digit.repeat(1_000)).join(''));
  });
});

describe('the memory of a process', () => {
  it('is told of once, when it is more than allowed', async () => {
    const readings = [null, 100, 400, 401, 500];
    let looks = 0;
    let told = 0;
    await new Promise<void>((resolve) => {
      const tell = () => {
        told += 1;
        resolve();
      };
      watchMemory(() => readings[looks++] ?? null, 400, tell, 1);
    });
    expect(told).toBe(1);
    expect(looks).toBe(4);
  });
});

describe('a spare engine', () => {
  function stage() {
    const started: FakeEngine[] = [];
    const spare = keepSpare(() => {
      const engine = fakeEngine();
      started.push(engine);
      return engine;
    });
    return { started, spare };
  }

  it('is one at most, and is the one that is taken', () => {
    const { started, spare } = stage();
    spare.warm();
    spare.warm();
    expect(started).toHaveLength(1);
    expect(spare.take()).toBe(started[0]);
    expect(spare.take()).not.toBe(started[0]);
    expect(started).toHaveLength(2);
  });

  it('that died while it waited is taken by nobody', () => {
    const { started, spare } = stage();
    spare.warm();
    started[0]?.end();
    expect(spare.take()).toBe(started[1]);
  });

  it('is ended with the program, one that was taken is not', () => {
    const { started, spare } = stage();
    spare.warm();
    spare.take();
    spare.warm();
    spare.stop();
    expect(started.map(({ killed }) => killed)).toEqual([false, true]);
  });
});
