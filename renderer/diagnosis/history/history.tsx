import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { HistoryEntry, Opened } from '../../../electron/contract.ts';
import type { Report } from '../../../src/run/index.ts';
import { useApp } from '../../app/context.tsx';
import { moment } from '../../kit/format.ts';
import { newestOnly } from '../../kit/newest-only.ts';
import { fetchOpened } from '../../run/opened.ts';
import { useSpoken } from '../../words/context.tsx';
import { EmptyState } from '../views/shared/empty-state.tsx';
import { BackButton } from './back-button.tsx';
import { Compare } from './compare.tsx';
import { EntryRow } from './entry-row.tsx';
import { HistoryHead } from './history-head.tsx';
import { useHistory } from './use-history.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  note: { margin: 0, color: tokens.colorNeutralForeground2, minHeight: tokens.lineHeightBase300 },
  list: { margin: 0, padding: 0, listStyleType: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface Props {
  onOpen(opened: Opened): void;
  /** The run that is shown now, if there is one. */
  readonly current: Report | null;
}

/** The runs that were made on this machine: to open, to compare and to delete. */
export function History({ onOpen, current }: Props) {
  const styles = useStyles();
  const { bridge, announce } = useApp();
  const { words: all, locale } = useSpoken();
  const { history: words } = all.views;
  const { entries, remove } = useHistory(bridge);
  const [comparing, setComparing] = useState<HistoryEntry | null>(null);
  const [pair, setPair] = useState<readonly [Report, Report] | null>(null);
  const [note, setNote] = useState('');
  const [begin] = useState(newestOnly);
  // Nothing is fetched any longer for a list that is out of sight.
  useEffect(() => () => void begin(), [begin]);

  const open = async ({ run }: HistoryEntry) => {
    const signal = begin();
    const opened = await bridge.call('history.open', run);
    if (signal.aborted) return;
    if (opened.kind === 'unreadable') setNote(all.views.open.reasons[opened.reason]);
    else onOpen(opened);
  };
  const compare = async (one: HistoryEntry, other: HistoryEntry) => {
    const signal = begin();
    const reportOf = async ({ run }: HistoryEntry) =>
      (await fetchOpened(await bridge.call('history.open', run), bridge, signal))?.state.report;
    const [first, second] = await Promise.all([reportOf(one), reportOf(other)]);
    if (signal.aborted) return;
    setComparing(null);
    if (!first || !second) return setNote(words.gone);
    setPair(first.startedAt <= second.startedAt ? [first, second] : [second, first]);
  };
  const choose = (entry: HistoryEntry) => {
    setNote('');
    if (comparing === null) setComparing(entry);
    else if (comparing.run === entry.run) setComparing(null);
    else void compare(comparing, entry);
  };
  const removeAndSay = async (run: string) => {
    await remove(run);
    announce(words.removed);
  };

  if (pair !== null)
    return (
      <div className={styles.view}>
        <BackButton onBack={() => setPair(null)} />
        <Compare left={pair[0]} right={pair[1]} />
      </div>
    );
  if (entries === null) return <EmptyState text={all.app.loading} />;
  if (entries === 'failed') return <EmptyState text={words.failed} />;
  return (
    <section className={styles.view} aria-label={words.title}>
      <HistoryHead count={entries.length} onRemoveAll={() => void removeAndSay('all')} />
      <p className={styles.note} role="status">
        {note || (comparing === null ? words.hint : words.choose(moment(comparing.startedAt, locale)))}
      </p>
      {entries.length === 0 ? (
        <EmptyState text={words.empty} />
      ) : (
        <ul className={styles.list} aria-label={words.title}>
          {entries.map((entry) => (
            <EntryRow
              key={entry.run}
              entry={entry}
              isCurrent={entry.run === current?.run}
              comparing={comparing === null ? 'nothing' : comparing.run === entry.run ? 'this' : 'another'}
              onOpen={() => void open(entry)}
              onCompare={() => choose(entry)}
              onRemove={() => void removeAndSay(entry.run)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
