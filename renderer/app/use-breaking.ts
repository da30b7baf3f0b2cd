import { useRef, useState } from 'react';
import type { DemoState } from '../../electron/contract.ts';
import { useWords } from '../words/context.tsx';
import { useApp } from './context.tsx';

export interface Breaking {
  /** Ids of what is broken, or is about to be: what was asked for shows at once. */
  readonly broken: readonly string[];
  /** The world is being made anew. */
  readonly isBusy: boolean;
  /** It could not be made anew, and is what it was. */
  readonly failed: boolean;
  /** Breaks this, and only this. */
  set(ids: readonly string[]): void;
}

/** Breaks the embedded world in other ways, which takes a moment. */
export function useBreaking(demo: DemoState): Breaking {
  const { bridge, change, announce } = useApp();
  const { wizard } = useWords();
  const [wanted, setWanted] = useState<readonly string[] | null>(null);
  const [failed, setFailed] = useState(false);
  // Only the answer to the last wish says how the world is.
  const turn = useRef(0);
  const set = async (ids: readonly string[]) => {
    turn.current += 1;
    const mine = turn.current;
    setWanted(ids);
    setFailed(false);
    const next = await bridge.call('demo.break', [...ids]).catch(() => null);
    if (next !== null) change({ demo: next });
    if (mine !== turn.current) return;
    setWanted(null);
    setFailed(next === null);
    announce(next === null ? wizard.demo.notRebuilt : wizard.demo.broken(next.broken.length));
  };
  return { broken: wanted ?? demo.broken, isBusy: wanted !== null, failed, set: (ids) => void set(ids) };
}
