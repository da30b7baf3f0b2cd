import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type Problem, type Remedy, visible } from '../../../src/core/index.ts';
import { useWords } from '../../words/context.tsx';
import { isPlaceholder, remedyField } from '../request/draft.ts';

const useStyles = makeStyles({
  remedies: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  remedy: { overflowWrap: 'anywhere', textAlign: 'start' },
});

interface Props {
  readonly problem: Problem;
  onRemedy(remedy: Remedy): void;
}

/** What a new run could be asked with, each as a button. */
export function Remedies({ problem: { remedies }, onRemedy }: Props) {
  const styles = useStyles();
  const { labels } = useWords().diagnosis.form;
  const { runAgain, fillIn } = useWords().diagnosis.detail;
  if (remedies.length === 0) return null;
  return (
    <div className={styles.remedies}>
      {remedies.map((remedy) => {
        const label = labels[remedyField(remedy)];
        return (
          <Button
            key={`${remedy.option} ${remedy.value}`}
            size="small"
            className={styles.remedy}
            onClick={() => onRemedy(remedy)}
          >
            {isPlaceholder(remedy) ? fillIn(label) : runAgain(label, visible(remedy.value, 300))}
          </Button>
        );
      })}
    </div>
  );
}
