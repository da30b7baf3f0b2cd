import { makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '../../../src/core/problem.ts';
import { ProblemView } from '../../kit/problem-view.tsx';
import { useWords } from '../../words/context.tsx';
import { FormText } from './form-text.tsx';

const useStyles = makeStyles({
  refusal: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorStatusDangerBorder1}`,
  },
});

/** Why name and password are asked for again. */
export default function Refusal({ problem }: { readonly problem: Problem }) {
  const styles = useStyles();
  const { wizard: words } = useWords();
  return (
    <div role="alert" className={styles.refusal}>
      <ProblemView problem={problem} level={2} />
      <FormText>{words.oneAttempt}</FormText>
    </div>
  );
}
