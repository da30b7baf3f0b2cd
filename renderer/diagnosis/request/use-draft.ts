import { useCallback, useState } from 'react';
import type { AskedRun } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import type { RunStore } from '../../run/run-store.ts';
import { draftOf, firstDraft } from './draft.ts';

interface Kept {
  readonly draft: AskedRun;
  /** The run that was shown beside it. */
  readonly run: string | null;
}

/** The form stays as it is while another screen is shown. It never holds a password. */
const kept = new WeakMap<RunStore, Kept>();

/** The form; when another screen has handed its run over, as that run was asked. */
export function useDraft() {
  const { runs, info } = useApp();
  const store = runs.diagnose;
  const [draft, set] = useState(() => {
    const { id, state } = store.get();
    const known = kept.get(store);
    if (known !== undefined && known.run === id) return known.draft;
    return draftOf(state.report, known?.draft ?? firstDraft(info));
  });
  const setDraft = useCallback(
    (next: AskedRun) => {
      kept.set(store, { draft: next, run: store.get().id });
      set(next);
    },
    [store],
  );
  return [draft, setDraft] as const;
}
