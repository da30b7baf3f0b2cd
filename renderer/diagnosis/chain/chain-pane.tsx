import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Report } from '../../../src/run/index.ts';
import { useWords } from '../../words/context.tsx';
import { short } from '../short.ts';
import { ChainTree } from './chain-tree.tsx';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0, [short]: { height: 'auto' } },
  // The rows come first; what is left is the waterfall's.
  tree: { flexShrink: 0, maxHeight: '60%', overflowY: 'auto', [short]: { maxHeight: 'none' } },
  below: {
    flexGrow: 1,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    minHeight: 0,
    overflowY: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':empty': { display: 'none' },
  },
});

interface Props {
  readonly report: Report;
  readonly selected: string | null;
  onShow(id: string): void;
  /** The player of a saved run. */
  readonly above: ReactNode;
  /** What ran when. */
  readonly below: ReactNode;
}

export function ChainPane({ report, selected, onShow, above, below }: Props) {
  const styles = useStyles();
  const { diagnosis } = useWords();
  return (
    <section className={styles.pane} aria-label={diagnosis.chain.heading}>
      {above}
      <div className={styles.tree}>
        {report.probes.length > 0 && <ChainTree report={report} selected={selected} onShow={onShow} />}
      </div>
      <div className={styles.below}>{below}</div>
    </section>
  );
}
