import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
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
  const questionId = useId();
  // The first button of either state: the one that asks, the one that keeps.
  useEffect(() => {
    if (asking !== wasAsking.current) place.current?.querySelector('button')?.focus();
    wasAsking.current = asking;
  }, [asking]);
  const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && setAsking(false);
  const confirm = () => {
    setAsking(false);
    onConfirm();
  };
  if (!asking)
    return (
      <span ref={place}>
        <Button size="small" appearance="subtle" aria-label={name} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </span>
    );
  return (
    <span ref={place} className={styles.question}>
      <span id={questionId}>{question}</span>
      <Button size="small" aria-describedby={questionId} onKeyDown={onKeyDown} onClick={() => setAsking(false)}>
        {words.keep}
      </Button>
      <Button size="small" aria-describedby={questionId} onKeyDown={onKeyDown} onClick={confirm}>
        {words.remove}
      </Button>
    </span>
  );
}
