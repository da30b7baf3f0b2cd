import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '../../src/core/index.ts';
import { useSpoken } from '../words/context.tsx';
import { problemInWords } from './problem-text.ts';
import { Untrusted } from './untrusted.tsx';

const useStyles = makeStyles({
  problem: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, userSelect: 'text' },
  title: { margin: 0 },
  text: { margin: 0 },
  facts: { display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: tokens.spacingHorizontalM, margin: 0 },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  evidence: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
});

interface Props {
  readonly problem: Problem;
  /** Evidence is folded unless this says otherwise. */
  readonly open?: boolean;
  /** Of its heading: one below the heading it stands under. */
  readonly level?: 2 | 3;
}

/** A problem: what happened, what it means, who fixes it and how, and, folded, the evidence. */
export function ProblemView({ problem, open = false, level = 3 }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { problem: words } = spoken.words;
  const { title, meaning, todo, owner } = problemInWords(problem, spoken);
  return (
    <section className={styles.problem}>
      <Text as={`h${level}`} size={400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      <p className={styles.text}>{meaning}</p>
      <dl className={styles.facts}>
        <dt className={styles.name}>{words.whoFixes}</dt>
        <dd className={styles.value}>{words.owners[owner]}</dd>
        <dt className={styles.name}>{words.whatToDo}</dt>
        <dd className={styles.value}>{todo}</dd>
      </dl>
      <Evidence problem={problem} open={open} />
    </section>
  );
}

function Evidence({ problem, open }: { readonly problem: Problem; readonly open: boolean }) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { problem: words } = spoken.words;
  const [shown, setShown] = useState(open);
  const { cause, evidence } = problem;
  if (evidence.length === 0 && cause === undefined) return null;
  return (
    <div>
      <Link as="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {words.evidence}
      </Link>
      {shown && (
        <ul className={styles.evidence}>
          {evidence.map((text) => (
            <li key={text}>
              <Untrusted text={text} />
            </li>
          ))}
          {cause && (
            <li>
              {words.cause}: {problemInWords(cause, spoken).title}
              <Evidence problem={cause} open />
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
