import { makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useWords } from '../words/context.tsx';
import { short } from './short.ts';

export type PaneId = 'request' | 'chain' | 'detail';

const panes = ['request', 'chain', 'detail'] as const satisfies readonly PaneId[];

/** Narrower than this, one pane is shown at a time. */
const narrow = '(max-width: 899px)';

const useStyles = makeStyles({
  screen: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  wide: {
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 300px) minmax(280px, 1fr) minmax(300px, 400px)',
    flexGrow: 1,
    minHeight: 0,
  },
  single: { flexGrow: 1, minHeight: 0 },
  pane: { minWidth: 0, minHeight: 0, background: tokens.colorNeutralBackground1 },
  filling: { height: '100%', [short]: { overflowY: 'auto' } },
  divided: { borderLeft: `1px solid ${tokens.colorNeutralStroke2}` },
  hidden: { display: 'none' },
  middle: { display: 'flex', flexDirection: 'column' },
  rest: { flexGrow: 1, minHeight: 0, [short]: { minHeight: 'max-content' } },
  tabs: { flexShrink: 0, background: tokens.colorNeutralBackground1 },
});

interface Props {
  /** The pane that is shown where there is room for one. */
  readonly current: PaneId;
  onCurrent(pane: PaneId): void;
  /** How it stands: above the chain, or above everything where the form is out of sight. */
  summary(isNarrow: boolean): ReactNode;
  /** Above everything. */
  readonly notice: ReactNode;
  readonly request: ReactNode;
  readonly chain: ReactNode;
  readonly detail: ReactNode;
}

/** Three panes side by side; in a narrow window one of them, below a summary that stays. None is ever unloaded. */
export function Panes({ current, onCurrent, summary, notice, ...contents }: Props) {
  const styles = useStyles();
  const { form, chain, detail } = useWords().diagnosis;
  const isNarrow = useNarrow();
  useEffect(() => {
    if (isNarrow && hasLostFocus()) document.getElementById(tabId(current))?.focus();
  }, [isNarrow, current]);
  const titles = { request: form.heading, chain: chain.heading, detail: detail.heading };
  return (
    <div className={styles.screen}>
      {notice}
      {isNarrow && summary(true)}
      {isNarrow && (
        <TabList
          className={styles.tabs}
          selectedValue={current}
          onTabSelect={(_, { value }) => onCurrent(value as PaneId)}
        >
          {panes.map((pane) => (
            <Tab key={pane} value={pane} id={tabId(pane)}>
              {titles[pane]}
            </Tab>
          ))}
        </TabList>
      )}
      <div className={isNarrow ? styles.single : styles.wide}>
        {panes.map((pane, i) => (
          <div
            key={pane}
            className={mergeClasses(
              styles.pane,
              isNarrow ? styles.filling : i > 0 && styles.divided,
              pane === 'chain' && styles.middle,
              isNarrow && pane !== current && styles.hidden,
            )}
          >
            {pane === 'chain' && !isNarrow && summary(false)}
            {pane === 'chain' ? <div className={styles.rest}>{contents.chain}</div> : contents[pane]}
          </div>
        ))}
      </div>
    </div>
  );
}

function tabId(pane: PaneId): string {
  return `pane-${pane}`;
}

/** What had the focus is hidden now. */
function hasLostFocus(): boolean {
  const focused = document.activeElement;
  return focused === null || focused === document.body || !focused.checkVisibility();
}

function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches);
}

function subscribe(changed: () => void): () => void {
  const media = window.matchMedia(narrow);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}
