import { makeStyles } from '@fluentui/react-components';
import type { Problem } from '../../../src/core/problem.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';

const useStyles = makeStyles({
  problem: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)' },
  text: { margin: 0 },
});

/** Why no client can have the account, and what to do. */
export function NoClient({ problem }: { readonly problem: Problem }) {
  const styles = useStyles();
  const { title, todo } = problemInWords(problem, useSpoken());
  return (
    <div className={styles.problem}>
      <StatusMark state="failed" />
      <div>
        <p className={styles.text}>{title}.</p>
        <p className={styles.text}>{todo}</p>
      </div>
    </div>
  );
}
