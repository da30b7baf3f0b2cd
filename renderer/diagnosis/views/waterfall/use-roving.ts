import { type KeyboardEvent, useRef, useState } from 'react';

/**
 * One tab stop for a list: arrows, Home and End move within it.
 *
 * @param ids of all options, in order
 * @param preferred the option that Tab leads to at first
 */
export function useRoving(ids: readonly string[], preferred: string | null) {
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const stop = [focused, preferred].find((id) => id !== null && ids.includes(id)) ?? ids[0];
  const move = (to: number) => {
    const place = Math.max(0, Math.min(ids.length - 1, to));
    setFocused(ids[place] ?? null);
    list.current?.querySelectorAll<HTMLElement>('[role="option"]')[place]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, place: number, choose: () => void) => {
    const target = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (target !== undefined) move(target);
    else if (event.key === 'Enter' || event.key === ' ') choose();
    else return;
    event.preventDefault();
  };
  return { list, stop, onKeyDown, setFocused };
}
