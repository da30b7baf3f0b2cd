import { describe, expect, it } from 'vitest';
import { checkedEngine } from '../../../../electron/engine/checked.ts';
import type { EngineStop } from '../../../../src/engine-host/index.ts';
import { fakeEngine } from '../../../fakes/engine-process.ts';
import { recordedEvents } from '../../../fakes/recorded-run.ts';
import { soundChain } from '../../../fakes/sample-chain.ts';

function stage() {
  const engine = fakeEngine();
  const checked = checkedEngine(engine);
  const heard: unknown[] = [];
  const stops: EngineStop[] = [];
  checked.onMessage((message) => heard.push(message));
  checked.onEnd((stop) => stops.push(stop));
  return { engine, heard, stops };
}

const events = recordedEvents(soundChain);

describe('an engine whose word is checked', () => {
  it('is heard when it says signs of life and whole events', () => {
    const { engine, heard, stops } = stage();
    engine.say({ type: 'alive' });
    for (const event of events) engine.tell(event);
    expect(heard).toEqual([{ type: 'alive' }, ...events.map((event) => ({ type: 'event', event }))]);
    expect(stops).toEqual([]);
  });

  it('is still believed after two messages that are none, which nobody sees', () => {
    const { engine, heard, stops } = stage();
    engine.say({ type: 'shell', command: 'reboot' });
    engine.tell({ ...events[0], plan: 'x' });
    for (const event of events) engine.tell(event);
    expect(heard).toHaveLength(events.length);
    expect(engine.killed).toBe(false);
    expect(stops).toEqual([]);
  });

  it('is ended at the third, and not heard any more', () => {
    const { engine, heard, stops } = stage();
    for (const message of [null, 7, { type: 'event' }]) engine.say(message);
    engine.tell(events[0] ?? {});
    expect(engine.killed).toBe(true);
    expect(heard).toEqual([]);
    expect(stops).toMatchObject([{ reason: 'it said what no engine says' }]);
  });

  it('is ended when it never stops', () => {
    const { engine, heard, stops } = stage();
    const event = { ...events[1] };
    for (let seq = 0; seq < 20_001; seq += 1) engine.tell({ ...event, seq });
    expect(heard).toHaveLength(20_000);
    expect(engine.killed).toBe(true);
    expect(stops).toHaveLength(1);
  });

  it('hands on the reason why it has ended', () => {
    const { engine, stops } = stage();
    engine.end({ reason: 'it crashed', evidence: ['exit code 1'] });
    expect(stops).toEqual([{ reason: 'it crashed', evidence: ['exit code 1'] }]);
  });
});
