import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { AskedRun, Opened } from '../../electron/contract.ts';
import type { Remedy } from '../../src/core/index.ts';
import type { Report } from '../../src/run/index.ts';
import { useApp } from '../app/context.tsx';
import { useCommand } from '../app/use-command.ts';
import { reportText } from '../kit/report-text.ts';
import { useRun } from '../run/use-run.ts';
import { useSpoken } from '../words/context.tsx';
import { ChainPane } from './chain/chain-pane.tsx';
import { VerdictView } from './chain/verdict-view.tsx';
import { DetailPane } from './detail/detail-pane.tsx';
import { type PaneId, Panes } from './panes.tsx';
import { leavePast, pastOf, showPast } from './past.ts';
import { PastBar } from './past-bar.tsx';
import { draftOf, isPlaceholder, remedyField, withRemedy } from './request/draft.ts';
import { RequestPane } from './request/request-pane.tsx';
import { useRequest } from './request/use-request.ts';
import { SavedRuns } from './saved-runs.tsx';
import { useAnnounced } from './use-announced.ts';
import { useRunKeys } from './use-run-keys.ts';

const HistoryPane = lazy(() => import('./history-pane.tsx'));
const Waterfall = lazy(async () => ({ default: (await import('./views/index.ts')).Waterfall }));

/** For whoever has somebody on the phone: what was asked, the chain as it is followed, and every step in full. */
export default function Diagnose() {
  const { bridge, info, change, runs, announce } = useApp();
  const spoken = useSpoken();
  const store = runs.diagnose;
  const snapshot = useRun(store);
  const form = useRequest();
  const [selected, setSelected] = useState<string | null>(null);
  const [pane, setPane] = useState<PaneId>('request');
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [isBundleOpen, setBundleOpen] = useState(false);
  const [frame, setFrame] = useState<Report | null>(null);
  const past = pastOf(store);
  const isPast = past !== null;
  const report = (isPast ? frame : null) ?? snapshot.state.report;
  const isRunning = snapshot.phase === 'running';
  useAnnounced(snapshot.state.report);

  const show = useCallback((id: string) => {
    setSelected(id);
    setPane('detail');
  }, []);
  const { draft, start: startForm } = form;
  const start = useCallback(
    async (wanted: AskedRun) => {
      setPane('chain');
      setSelected(null);
      setFrame(null);
      if (await startForm(wanted)) leavePast(store);
      else setPane('request');
    },
    [startForm, store],
  );
  const run = () => {
    if (snapshot.phase !== 'starting') void start(draft);
  };
  const cancel = () => store.cancel();
  const remedy = useCallback(
    (wanted: Remedy) => {
      const base = isPast ? draftOf(store.get().state.report, draft) : draft;
      if (!isPlaceholder(wanted)) return void start(withRemedy(base, wanted));
      form.reveal(remedyField(wanted));
      setPane('request');
    },
    [isPast, store, draft, start, form.reveal],
  );
  const open = useCallback(
    async (opened: Opened, isKept: boolean) => {
      await showPast(store, opened, isKept);
      form.setDraft(draftOf(store.get().state.report, form.draft));
      setFrame(null);
      setSelected(null);
      setHistoryOpen(false);
      setPane('chain');
    },
    [store, form],
  );
  const leave = () => {
    leavePast(store);
    setFrame(null);
    setSelected(null);
    store.reset();
  };

  const openFile = useCallback(async () => {
    const opened = await bridge.call('report.opened');
    change({ openedFile: false });
    if (opened !== null) await open(opened, false);
  }, [bridge, change, open]);
  useEffect(() => {
    if (info.openedFile) void openFile();
  }, [info.openedFile, openFile]);
  useEffect(() => bridge.on('file.opened', () => void openFile()), [bridge, openFile]);

  useRunKeys(run, cancel);
  useCommand('run', run);
  useCommand('cancel', cancel);
  useCommand('save-bundle', () => setBundleOpen(report.run !== ''));
  useCommand('open-report', () => {
    setPane('request');
    document.querySelector<HTMLElement>('#saved-runs button:last-of-type')?.focus();
  });
  useCommand('copy-report', () => {
    if (report.run === '') return;
    void bridge.call('clipboard.write', reportText(report, spoken)).then(() => announce(spoken.words.app.copied));
  });

  if (isHistoryOpen) {
    return (
      <Suspense fallback={null}>
        <HistoryPane
          current={report.run === '' ? null : report}
          onOpen={(opened) => void open(opened, true)}
          onBack={() => setHistoryOpen(false)}
        />
      </Suspense>
    );
  }
  return (
    <Panes
      current={pane}
      onCurrent={setPane}
      summary={(isNarrow) => <VerdictView report={report} isRunning={isRunning} onCancel={isNarrow ? cancel : null} />}
      request={
        <RequestPane form={form} onRun={run} onCancel={cancel}>
          <SavedRuns onHistory={() => setHistoryOpen(true)} onOpened={(opened) => void open(opened, false)} />
        </RequestPane>
      }
      chain={
        <ChainPane
          report={report}
          selected={selected}
          onShow={show}
          above={past && <PastBar key={past.run} past={past} onFrame={setFrame} onLeave={leave} />}
          below={
            report.probes.length > 0 && (
              <Suspense fallback={null}>
                <Waterfall report={report} selected={selected} onSelect={show} />
              </Suspense>
            )
          }
        />
      }
      detail={
        <DetailPane
          report={report}
          run={snapshot.id}
          selected={selected}
          isBundleOpen={isBundleOpen}
          onBundle={setBundleOpen}
          onShow={show}
          onRemedy={remedy}
        />
      }
    />
  );
}
