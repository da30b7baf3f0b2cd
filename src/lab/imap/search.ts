import { valuesOf } from '../message.ts';
import type { HeldMessage } from './mailbox.ts';
import { readSet } from './sequence-set.ts';
import { ImapSyntaxError, textOf, type Word } from './words.ts';

/** Whether a message is meant; its place in the folder counts from 1. */
export type Criterion = (message: HeldMessage, place: number) => boolean;

/** The keys of a SEARCH (RFC 9051 6.4.4), all of which must fit. Throws ImapSyntaxError for what is not known here. */
export function readCriteria(words: readonly Word[], folder: readonly HeldMessage[]): Criterion {
  const rest = [...words];
  if (typeof rest[0] === 'string' && rest[0].toUpperCase() === 'CHARSET') rest.splice(0, 2);
  const criteria: Criterion[] = [];
  while (rest.length > 0) criteria.push(readOne(rest, folder));
  return (message, place) => criteria.every((fits) => fits(message, place));
}

/** Nothing is ever marked here. */
const flags: Readonly<Record<string, boolean>> = {
  ALL: true,
  UNSEEN: true,
  UNDELETED: true,
  UNANSWERED: true,
  UNFLAGGED: true,
  SEEN: false,
  DELETED: false,
  ANSWERED: false,
  FLAGGED: false,
};

/** Takes the words of one key. */
function readOne(rest: Word[], folder: readonly HeldMessage[]): Criterion {
  const word = rest.shift();
  if (typeof word !== 'string') return readCriteria(word ?? [], folder);
  const key = word.toUpperCase();
  const always = flags[key];
  if (always !== undefined) return () => always;
  const next = () => textOf(rest.shift());
  switch (key) {
    case 'SINCE':
      return byDay(next(), (arrived, day) => arrived >= day);
    case 'BEFORE':
      return byDay(next(), (arrived, day) => arrived < day);
    case 'ON':
      return byDay(next(), (arrived, day) => arrived === day);
    case 'HEADER':
      return hasField(next(), next());
    case 'SUBJECT':
    case 'FROM':
    case 'TO':
      return hasField(key, next());
    case 'UID': {
      const has = readSet(next(), folder.at(-1)?.uid ?? 0);
      return ({ uid }) => has(uid);
    }
    case 'NOT': {
      const not = readOne(rest, folder);
      return (message, place) => !not(message, place);
    }
    case 'OR': {
      const [one, other] = [readOne(rest, folder), readOne(rest, folder)];
      return (message, place) => one(message, place) || other(message, place);
    }
    default: {
      const has = readSet(word, folder.length);
      return (_, place) => has(place);
    }
  }
}

const millisecondsOfDay = 86_400_000;

/** Days are those of UTC. */
function byDay(text: string, compare: (arrived: number, day: number) => boolean): Criterion {
  const date = /^\d{1,2}-[A-Z]{3}-\d{4}$/i.test(text) ? Date.parse(`${text} UTC`) : Number.NaN;
  if (Number.isNaN(date)) throw new ImapSyntaxError('no date');
  const dayOf = (time: number) => Math.floor(time / millisecondsOfDay);
  return ({ arrived }) => compare(dayOf(arrived.getTime()), dayOf(date));
}

function hasField(name: string, part: string): Criterion {
  return ({ raw }) => valuesOf(raw, name).some((value) => value.toLowerCase().includes(part.toLowerCase()));
}
