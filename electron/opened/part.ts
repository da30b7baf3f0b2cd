import { toJson } from '../../src/core/index.ts';
import type { RunEvent } from '../../src/run/index.ts';
import { mostEventsAtOnce } from '../contract.ts';

/** Of what goes to the window at a time. An event that is larger by itself goes alone. */
const mostCharacters = 200_000;

/** Fills up with events until it is as much as goes to the window at a time. */
export interface Room {
  /** Whether one more still finds room; the first always does. */
  takes(event: RunEvent): boolean;
}

export function makeRoom(mostEvents = mostEventsAtOnce): Room {
  let [events, characters] = [0, 0];
  return {
    takes(event) {
      events += 1;
      characters += toJson(event).length;
      return events === 1 || (events <= mostEvents && characters <= mostCharacters);
    },
  };
}
