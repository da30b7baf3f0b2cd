import { type CallName, calls } from '../contract.ts';
import type { Handlers } from './serve-calls.ts';

/** Handlers that can be put in place before there are any: a call waits until they are there, and fails if they fail. */
export function whenReady(handlers: Promise<Handlers>): Handlers {
  const waiting = (Object.keys(calls) as CallName[]).map((name) => [
    name,
    async (argument: never) => (await handlers)[name](argument),
  ]);
  return Object.fromEntries(waiting);
}
