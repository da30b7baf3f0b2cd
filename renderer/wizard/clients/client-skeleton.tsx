import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/context.tsx';

/** About as many as are shown then: one that is installed, the sheet and the phone. */
const rows = ['first', 'second', 'third'];

const useStyles = makeStyles({
  rows: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  row: {
    height: '104px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  bar: {
    width: '40%',
    height: '16px',
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground5,
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The room that the list will have, and what is being done for it. */
export function ClientSkeleton() {
  const styles = useStyles();
  const { clients: words } = useWords();
  return (
    <div aria-busy>
      <div className={styles.rows}>
        {rows.map((row, i) => (
          <div key={row} className={styles.row}>
            {i === 0 ? <p className={styles.text}>{words.looking}</p> : <div className={styles.bar} />}
          </div>
        ))}
      </div>
    </div>
  );
}
