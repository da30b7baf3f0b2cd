import { makeStyles, Link as TextLink, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem, Remedy } from '../../../src/core/index.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import { ProblemView } from '../../kit/problem-view.tsx';
import { useSpoken } from '../../words/context.tsx';
import { Remedies } from './remedies.tsx';

const useStyles = makeStyles({
  problem: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  consequences: { color: tokens.colorNeutralForeground3, margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface Props {
  readonly problems: readonly Problem[];
  onRemedy(remedy: Remedy): void;
}

/** Problems in full, each with what would help. */
export function Problems({ problems, onRemedy }: Props) {
  const styles = useStyles();
  return problems.map((problem) => (
    <div key={JSON.stringify([problem.code, problem.args])} className={styles.problem}>
      <ProblemView problem={problem} open />
      <Remedies problem={problem} onRemedy={onRemedy} />
    </div>
  ));
}

/** What merely follows from a problem: grey, and folded. */
export function Consequences({ problems }: { readonly problems: readonly Problem[] }) {
  const styles = useStyles();
  const spoken = useSpoken();
  const [shown, setShown] = useState(false);
  if (problems.length === 0) return null;
  return (
    <div>
      <TextLink as="button" appearance="subtle" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {shown ? '▾ ' : '▸ '}
        {spoken.words.diagnosis.detail.consequences(problems.length)}
      </TextLink>
      {shown && (
        <ul className={styles.consequences}>
          {problems.map((problem) => (
            <li key={JSON.stringify([problem.code, problem.args])}>{problemInWords(problem, spoken).title}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
