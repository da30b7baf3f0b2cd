import { expect, it } from 'vitest';
import { makeTimeline } from '../../../../renderer/diagnosis/replay/timeline.ts';
import { type RunEvent, replay } from '../../../../src/run/index.ts';
import { recordedEvents } from '../../../fakes/recorded-run.ts';
import { soundChain } from '../../../fakes/sample-chain.ts';

const events = recordedEvents(soundChain).sort((left, right) => left.at - right.at);

async function timelineOf(all: readonly RunEvent[]) {
  const timeline = await makeTimeline(all, new AbortController().signal);
  if (timeline === null) throw new Error('nobody stopped it');
  return timeline;
}

it('shows at the end what the sender saw in the end', async () => {
  const timeline = await timelineOf(events);
  expect(timeline.duration).toBe(310);
  expect(timeline.report(events.length)).toEqual(replay(events));
});

it('shows at each time exactly what had happened by then', async () => {
  const timeline = await timelineOf(events);
  for (const at of [0, 4, 31, 53, 100, 309, 310]) {
    const until = events.filter((event) => event.at <= at);
    expect(timeline.countAt(at)).toBe(until.length);
    expect(timeline.report(until.length)).toEqual(replay(until));
  }
});

it('folds no further once it is stopped', async () => {
  const stopped = new AbortController();
  stopped.abort();
  expect(await makeTimeline(events, stopped.signal)).toBeNull();
});

it('is an empty run where there are no events', async () => {
  const timeline = await timelineOf([]);
  expect(timeline.duration).toBe(0);
  expect(timeline.report(0).probes).toEqual([]);
});
