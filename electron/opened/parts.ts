import { randomUUID } from 'node:crypto';
import type { RunEvent } from '../../src/run/index.ts';
import type { Opened, OpenedPart } from '../contract.ts';
import { makeRoom } from './part.ts';
import type { Whole } from './whole.ts';

/** Hands long runs to the window in parts, each asked for when the one before it has been taken in. */
export interface Parts {
  first(whole: Whole): Opened;
  /** What a ticket stands for, once; null when it is not known (any more). */
  next(ticket: string): OpenedPart | null;
}

/** Runs that are waiting to be fetched: two can be compared. What nobody fetched makes room for what was opened since. */
const mostWaiting = 2;

export function dealParts(): Parts {
  const waiting = new Map<string, readonly RunEvent[]>();

  const part = (events: readonly RunEvent[]): OpenedPart => {
    const room = makeRoom();
    const end = events.findIndex((event) => !room.takes(event));
    if (end === -1) return { events: [...events], more: null };
    const more = randomUUID();
    waiting.set(more, events.slice(end));
    for (const oldest of [...waiting.keys()].slice(0, -mostWaiting)) waiting.delete(oldest);
    return { events: events.slice(0, end), more };
  };

  return {
    first: (whole) => (whole.kind === 'events' ? { kind: 'events', ...part(whole.events) } : whole),
    next(ticket) {
      const rest = waiting.get(ticket);
      waiting.delete(ticket);
      return rest === undefined ? null : part(rest);
    },
  };
}
