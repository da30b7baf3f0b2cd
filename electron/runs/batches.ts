import type { RunEvent } from '../../src/run/index.ts';
import { mostEventsAtOnce } from '../contract.ts';
import { makeRoom } from '../opened/index.ts';

/** Milliseconds and events: what happens at once is drawn at once, and a flood costs the window few messages. */
const usual = { pause: 30, most: mostEventsAtOnce };

export interface Batches {
  add(event: RunEvent): void;
  /** Hands on what waits. */
  flush(): void;
}

/** Hands events on in batches, in their order; the first and the last of a run do not wait. */
export function batchEvents(hand: (events: RunEvent[]) => void, { pause, most } = usual): Batches {
  let waiting: RunEvent[] = [];
  let room = makeRoom(most);
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const events = waiting;
    waiting = [];
    room = makeRoom(most);
    if (events.length > 0) hand(events);
  };
  return {
    add(event) {
      if (!room.takes(event)) {
        flush();
        room.takes(event);
      }
      waiting.push(event);
      const isEdge = event.type === 'run-started' || event.type === 'run-finished';
      if (isEdge || waiting.length >= most) flush();
      else timer ??= setTimeout(flush, pause);
    },
    flush,
  };
}
