import { type EventName, type EventValue, events } from '../contract.ts';

/** As much of Electron's WebContents as is used. */
export interface EventTarget {
  isDestroyed(): boolean;
  send(channel: string, value: unknown): void;
}

/** Tells the window something, unless it has gone. Throws when the value breaks the contract. */
export function tell<E extends EventName>(target: EventTarget, name: E, value: EventValue<E>): void {
  const checked = events[name].parse(value);
  if (!target.isDestroyed()) target.send(name, checked);
}
