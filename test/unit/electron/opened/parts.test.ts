import { describe, expect, it } from 'vitest';
import { mostEventsAtOnce, type OpenedPart, openedPartSchema, openedSchema } from '../../../../electron/contract.ts';
import { dealParts, type Whole } from '../../../../electron/opened/index.ts';
import type { RunEvent } from '../../../../src/run/index.ts';
import { manyEvents } from '../../../bench/app/many-events.ts';

const many = manyEvents();
const whole: Whole = { kind: 'events', events: many };

/** All parts, as the window asks for them. */
function taken(parts: ReturnType<typeof dealParts>, of: Whole): readonly OpenedPart[] {
  const opened = parts.first(of);
  if (opened.kind !== 'events') throw new Error('no events');
  const { events } = opened;
  let { more } = opened;
  const all: OpenedPart[] = [{ events, more }];
  while (more !== null) {
    const part: OpenedPart | null = parts.next(more);
    if (part === null) throw new Error('let go of');
    all.push(part);
    ({ more } = part);
  }
  return all;
}

const eventsOf = (all: readonly OpenedPart[]) => all.flatMap(({ events }) => events);

describe('a run that is opened', () => {
  it('comes whole and in order, in parts that the contract allows', () => {
    const all = taken(dealParts(), whole);
    expect(eventsOf(all)).toEqual(many);
    expect(all).toHaveLength(Math.ceil(many.length / mostEventsAtOnce));
    for (const part of all) expect(openedPartSchema.parse(part)).toEqual(part);
  });

  it('comes at once when it is short', () => {
    const few = many.slice(0, mostEventsAtOnce);
    expect(dealParts().first({ kind: 'events', events: few })).toEqual({ kind: 'events', events: few, more: null });
  });

  it('comes in smaller parts where its events are large, and the largest alone', () => {
    const large = (text: string): RunEvent[] =>
      many
        .slice(0, 20)
        .map((event) =>
          event.type === 'observation' && event.observation.type === 'line'
            ? { ...event, observation: { ...event.observation, text } }
            : event,
        );
    const parts = taken(dealParts(), { kind: 'events', events: large('x'.repeat(60_000)) });
    expect(eventsOf(parts)).toEqual(large('x'.repeat(60_000)));
    expect(Math.max(...parts.map(({ events }) => JSON.stringify(events).length))).toBeLessThan(210_000);
    expect(eventsOf(taken(dealParts(), { kind: 'events', events: large('x'.repeat(300_000)) }))).toHaveLength(20);
  });

  it('gives each part once', () => {
    const parts = dealParts();
    const opened = parts.first(whole);
    const ticket = opened.kind === 'events' ? (opened.more ?? '') : '';
    expect(parts.next(ticket)?.events[0]).toEqual(many[mostEventsAtOnce]);
    expect(parts.next(ticket)).toBeNull();
    expect(parts.next('0f6f0a36-52d8-4d1c-9a4e-1d0b5f3c8a11')).toBeNull();
  });

  it('is never mixed with another that is opened meanwhile, and is let go of for later ones', () => {
    const parts = dealParts();
    const other = many.map((event) => ({ ...event, run: 'other' }));
    const [one, two] = [parts.first(whole), parts.first({ kind: 'events', events: other })];
    if (one.kind !== 'events' || two.kind !== 'events') throw new Error('no events');
    expect(parts.next(one.more ?? '')?.events.every(({ run }) => run === many[0]?.run)).toBe(true);
    expect(parts.next(two.more ?? '')?.events.every(({ run }) => run === 'other')).toBe(true);
    const [third] = [1, 2, 3].map(() => parts.first(whole));
    expect(third?.kind === 'events' && parts.next(third.more ?? '')).toBeNull();
  });

  it('never crosses in one piece', () => {
    expect(openedSchema.safeParse({ kind: 'events', events: many, more: null }).success).toBe(false);
  });
});
