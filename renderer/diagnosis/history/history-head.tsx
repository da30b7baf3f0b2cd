import { makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from '../../words/context.tsx';
import { ConfirmButton } from './confirm-button.tsx';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    minHeight: '32px',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

interface Props {
  readonly count: number;
  onRemoveAll(): void;
}

export function HistoryHead({ count, onRemoveAll }: Props) {
  const styles = useStyles();
  const { history: words } = useWords().views;
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>{words.title}</h2>
      {count > 0 && (
        <ConfirmButton
          label={words.removeAll}
          name={words.removeAll}
          question={words.removeAllSure(count)}
          onConfirm={onRemoveAll}
        />
      )}
    </div>
  );
}
