import { useCallback, useState } from 'react';
import type { AskedRun } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import type { RunStore } from '../../run/run-store.ts';
import { firstDraft } from './draft.ts';

/** The form stays as it is while another screen is shown. It never holds a password. */
const kept = new WeakMap<RunStore, AskedRun>();

export function useDraft() {
  const { runs, info } = useApp();
  const store = runs.diagnose;
  const [draft, set] = useState(() => kept.get(store) ?? firstDraft(info));
  const setDraft = useCallback(
    (next: AskedRun) => {
      kept.set(store, next);
      set(next);
    },
    [store],
  );
  return [draft, setDraft] as const;
}
