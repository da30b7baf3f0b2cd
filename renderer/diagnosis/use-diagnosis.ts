import { useCallback, useDeferredValue, useState } from 'react';
import type { AskedRun, Opened } from '../../electron/contract.ts';
import type { Remedy } from '../../src/core/index.ts';
import type { Report } from '../../src/run/index.ts';
import { useApp } from '../app/context.tsx';
import { useRun } from '../run/use-run.ts';
import type { PaneId } from './panes.tsx';
import { leavePast, pastOf, showPast } from './past.ts';
import { draftOf, isPlaceholder, remedyField, withRemedy } from './request/draft.ts';
import { useRequest } from './request/use-request.ts';

/** What the diagnosis shows, and what can be done in it. */
export function useDiagnosis() {
  const { runs, bridge } = useApp();
  const store = runs.diagnose;
  const snapshot = useRun(store);
  const form = useRequest();
  const [selected, setSelected] = useState<string | null>(null);
  const [pane, setPane] = useState<PaneId>('request');
  const [frame, setFrame] = useState<Report | null>(null);
  const past = pastOf(store);
  const isPast = past !== null;
  // Drawn in slices, and not for each event: thousands of them must leave the window usable.
  const whole = useDeferredValue(snapshot.state.report);
  const { draft, setDraft, start: startForm, reveal } = form;

  const clear = useCallback((next: PaneId) => {
    setFrame(null);
    setSelected(null);
    setPane(next);
  }, []);
  const show = useCallback((id: string) => {
    setSelected(id);
    setPane('detail');
  }, []);
  const start = useCallback(
    async (wanted: AskedRun) => {
      if (await startForm(wanted)) {
        leavePast(store);
        clear('chain');
      } else setPane('request');
    },
    [startForm, store, clear],
  );
  const run = useCallback(() => {
    if (store.get().phase !== 'starting') void start(draft);
  }, [store, start, draft]);
  const remedy = useCallback(
    (wanted: Remedy) => {
      if (!isPlaceholder(wanted))
        return void start(withRemedy(isPast ? draftOf(store.get().state.report, draft) : draft, wanted));
      setPane('request');
      reveal(remedyField(wanted));
    },
    [isPast, store, draft, start, reveal],
  );
  const open = useCallback(
    async (opened: Opened, isKept: boolean) => {
      if (!(await showPast(store, opened, isKept, bridge))) return;
      setDraft(draftOf(store.get().state.report, draft));
      clear('chain');
    },
    [store, bridge, setDraft, draft, clear],
  );
  const leave = useCallback(() => {
    leavePast(store);
    store.reset();
    clear('request');
  }, [store, clear]);

  return {
    ...{ form, selected, pane, setPane, past, setFrame, show, run, remedy, open, leave },
    cancel: store.cancel,
    /** As it was at the moment that is played, or whole. */
    report: isPast && frame?.run === whole.run ? frame : whole,
    whole,
    runId: snapshot.id,
    isRunning: snapshot.phase === 'running',
  };
}
