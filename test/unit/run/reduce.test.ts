import { expect, it } from 'vitest';
import { initialState, reduceEvents, reduceRun } from '../../../src/run/index.ts';
import { manyEvents } from '../../bench/app/many-events.ts';
import { recordedEvents } from '../../fakes/recorded-run.ts';
import { soundChain } from '../../fakes/sample-chain.ts';

it.each([
  ['a recorded run', recordedEvents(soundChain)],
  ['a run of a thousand events', manyEvents(1_000)],
])('folds %s to the same at once, in batches of any size and one event at a time', (_what, events) => {
  const oneByOne = events.reduce(reduceRun, initialState);
  for (const size of [1, 7, 100, events.length]) {
    let state = initialState;
    for (let at = 0; at < events.length; at += size) state = reduceEvents(state, events.slice(at, at + size));
    expect(state).toEqual(oneByOne);
  }
});
