import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Report } from '../../../src/run/index.ts';
import { useWords } from '../../words/context.tsx';
import { ChainTree } from './chain-tree.tsx';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  tree: { flex: '1 1 60%', minHeight: 0, overflowY: 'auto' },
  empty: { padding: tokens.spacingHorizontalL, color: tokens.colorNeutralForeground2, margin: 0 },
  below: {
    flex: '0 1 40%',
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
