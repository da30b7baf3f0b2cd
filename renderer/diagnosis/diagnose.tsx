import { type ComponentProps, lazy, memo, Suspense, useMemo, useState } from 'react';
import { useApp } from '../app/context.tsx';
import { useCommand } from '../app/use-command.ts';
import { hiddenVisually } from '../kit/hidden.ts';
import { reportText } from '../kit/report-text.ts';
import { useSpoken, useWords } from '../words/context.tsx';
import { ChainPane } from './chain/chain-pane.tsx';
import { VerdictView } from './chain/verdict-view.tsx';
import { DetailPane } from './detail/detail-pane.tsx';
import { Panes } from './panes.tsx';
import { PastBar } from './past-bar.tsx';
import { RequestPane } from './request/request-pane.tsx';
import { focusOpenFile, SavedRuns } from './saved-runs.tsx';
import { type Unread, UnreadFile, unreadIn } from './unread-file.tsx';
import { useAnnounced } from './use-announced.ts';
import { useDiagnosis } from './use-diagnosis.ts';
import { useOpenedFile } from './use-opened-file.ts';
import { useRunKeys } from './use-run-keys.ts';

const HistoryPane = lazy(() => import('./history-pane.tsx'));
const Waterfall = lazy(async () => ({ default: (await import('./views/index.ts')).Waterfall }));

/** For whoever has somebody on the phone: what was asked, the chain as it is followed, and every step in full. */
export default function Diagnose() {
  const { bridge, announce } = useApp();
  const spoken = useSpoken();
  const diagnosis = useDiagnosis();
  const { form, report, past, selected, isRunning, run, cancel, show, open, setPane } = diagnosis;
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const [unread, setUnread] = useState<Unread | null>(null);
  const [isBundleOpen, setBundleOpen] = useState(false);
  const isEmpty = report.run === '';
  useAnnounced(diagnosis.whole);
  useOpenedFile((found) => {
    setHistoryOpen(false);
    setUnread(unreadIn(found));
    void open(found.opened, false);
  });
  useRunKeys(run, cancel);
  useCommand('run', run);
  useCommand('cancel', cancel);
  useCommand('save-bundle', () => setBundleOpen(!isEmpty));
  useCommand('open-report', () => {
    setHistoryOpen(false);
    setPane('request');
    focusOpenFile();
  });
  useCommand('copy-report', () => {
    if (isEmpty) return;
    void bridge.call('clipboard.write', reportText(report, spoken)).then(() => announce(spoken.words.app.copied));
  });

  const saved = useMemo(
    () => <SavedRuns onHistory={() => setHistoryOpen(true)} onOpened={(opened) => open(opened, false)} />,
    [open],
  );

  if (isHistoryOpen) {
    return (
      <Suspense fallback={null}>
        <Title />
        <HistoryPane
          current={isEmpty ? null : report}
          onOpen={(opened) => {
            setHistoryOpen(false);
            void open(opened, true);
          }}
          onBack={() => setHistoryOpen(false)}
        />
      </Suspense>
    );
  }
  return (
    <>
      <Title />
      <Panes
        current={diagnosis.pane}
        onCurrent={setPane}
        notice={unread && <UnreadFile unread={unread} onClose={() => setUnread(null)} />}
        summary={(isNarrow) => (
          <VerdictView report={report} isRunning={isRunning} onCancel={isNarrow ? cancel : null} />
        )}
        request={
          <RequestPane form={form} onRun={run} onCancel={cancel}>
            {saved}
          </RequestPane>
        }
        chain={
          <ChainPane
            report={report}
            selected={selected}
            onShow={show}
            above={
              past && <PastBar key={past.run} past={past} onFrame={diagnosis.setFrame} onLeave={diagnosis.leave} />
            }
            below={report.probes.length > 0 && <Timing report={report} selected={selected} onSelect={show} />}
          />
        }
        detail={
          <DetailPane
            report={report}
            run={diagnosis.runId}
            selected={selected}
            isBundleOpen={isBundleOpen}
            onBundle={setBundleOpen}
            onShow={show}
            onRemedy={diagnosis.remedy}
          />
        }
      />
    </>
  );
}

/** What the screen is called, for those who go from heading to heading. */
function Title() {
  return <h1 style={hiddenVisually}>{useWords().app.diagnose}</h1>;
}

/** What ran when, drawn again only when that has changed. */
const Timing = memo(function Timing(props: ComponentProps<typeof Waterfall>) {
  return (
    <Suspense fallback={null}>
      <Waterfall {...props} />
    </Suspense>
  );
});
