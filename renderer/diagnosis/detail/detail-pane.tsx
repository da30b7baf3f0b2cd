import { Button, makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { lazy, memo, Suspense, useState } from 'react';
import type { Remedy } from '../../../src/core/index.ts';
import type { Report } from '../../../src/run/index.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { reportText } from '../../kit/report-text.ts';
import { ScrollRegion } from '../../kit/scroll-region.tsx';
import { useSpoken } from '../../words/context.tsx';
import { short } from '../short.ts';
import { Findings } from './findings.tsx';
import { type ViewId, views, viewsOf } from './views.tsx';

const BundleDialog = lazy(() => import('../bundle/bundle-dialog.tsx'));

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, [short]: { height: 'auto' } },
  tabs: { flexWrap: 'wrap', flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  panel: { flexGrow: 1, minHeight: 0 },
  content: {
    height: '100%',
    [short]: { height: 'auto' },
    boxSizing: 'border-box',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalM,
    userSelect: 'text',
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface Props {
  readonly report: Report;
  /** The run as the main process knows it; null for one that came from a file. */
  readonly run: string | null;
  readonly selected: string | null;
  readonly isBundleOpen: boolean;
  onBundle(open: boolean): void;
  onShow(id: string): void;
  onRemedy(remedy: Remedy): void;
}

/** The chosen step in full, the views of the run, and what hands it on. */
export const DetailPane = memo(function DetailPane({
  report,
  run,
  selected,
  isBundleOpen,
  onBundle,
  onShow,
  onRemedy,
}: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { detail } = spoken.words.diagnosis;
  const [tab, setTab] = useState<ViewId | 'findings'>('findings');
  const [shownFor, setShownFor] = useState(selected);
  // Whoever chooses a step wants to see it.
  if (shownFor !== selected) {
    setShownFor(selected);
    if (selected !== null) setTab('findings');
  }
  const known = viewsOf(report);
  const current = tab !== 'findings' && known.includes(tab) ? tab : 'findings';
  const View = current === 'findings' ? null : views[current];
  const isEmpty = report.run === '';
  return (
    <section className={styles.pane} aria-label={detail.heading}>
      <TabList
        size="small"
        className={styles.tabs}
        selectedValue={current}
        aria-label={detail.views}
        onTabSelect={(_, { value }) => setTab(value as ViewId | 'findings')}
      >
        <Tab value="findings" id="detail-tab-findings" aria-controls="detail-panel">
          {detail.tabs.findings}
        </Tab>
        {!isEmpty &&
          known.map((view) => (
            <Tab key={view} value={view} id={`detail-tab-${view}`} aria-controls="detail-panel">
              {detail.tabs[view]}
            </Tab>
          ))}
      </TabList>
      <div id="detail-panel" role="tabpanel" aria-labelledby={`detail-tab-${current}`} className={styles.panel}>
        <ScrollRegion label={detail.tabs[current]} className={styles.content}>
          <Suspense fallback={null}>
            {View === null ? (
              <Findings report={report} selected={selected} onShow={onShow} onRemedy={onRemedy} />
            ) : (
              <View report={report} />
            )}
          </Suspense>
        </ScrollRegion>
      </div>
      <div className={styles.actions}>
        {isEmpty ? (
          <Button disabled>{detail.copyReport}</Button>
        ) : (
          <CopyButton label={detail.copyReport} text={() => reportText(report, spoken)} />
        )}
        <Button disabled={isEmpty || run === null} onClick={() => onBundle(true)}>
          {detail.saveBundle}
        </Button>
        {!isEmpty && run === null && <span>{detail.noBundle}</span>}
      </div>
      {isBundleOpen && run !== null && (
        <Suspense fallback={null}>
          <BundleDialog run={run} onClose={() => onBundle(false)} />
        </Suspense>
      )}
    </section>
  );
});
