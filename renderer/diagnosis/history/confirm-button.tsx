import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/context.tsx';

const useStyles = makeStyles({
  question: { display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly label: string;
  /** What a screen reader says: which run. */
  readonly name: string;
  readonly question: string;
  onConfirm(): void;
}

/** Deletes after a question that is asked in its place; keeping is the first answer. */
export function ConfirmButton({ label, name, question, onConfirm }: Props) {
  const styles = useStyles();
  const { history: words } = useWords().views;
  const [asking, setAsking] = useState(false);
  const place = useRef<HTMLSpanElement>(null);
  const wasAsking = useRef(false);
  // The first button of either state: the one that asks, the one that keeps.
  useEffect(() => {
    if (asking !== wasAsking.current) place.current?.querySelector('button')?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <span ref={place}>
        <Button size="small" appearance="subtle" aria-label={name} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </span>
    );
  return (
    <span
      ref={place}
      className={styles.question}
      role="group"
      aria-label={question}
      onKeyDown={({ key }) => key === 'Escape' && setAsking(false)}
    >
      <span>{question}</span>
      <Button size="small" onClick={() => setAsking(false)}>
        {words.keep}
      </Button>
      <Button
        size="small"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {words.remove}
      </Button>
    </span>
  );
}
