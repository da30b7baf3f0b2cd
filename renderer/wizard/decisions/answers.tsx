import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';

const useStyles = makeStyles({
  answers: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  answer: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  consequence: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export function Answers({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().answers}>{children}</div>;
}

interface Props {
  readonly label: string;
  /** What follows from this answer. */
  readonly consequence: string;
  /** The safe one: it has the focus when the question comes up. */
  readonly safe?: boolean;
  readonly disabled?: boolean;
  /** More that belongs to this answer: beside its button, and below its consequence. */
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
  onChoose(): void;
}

/** One answer and its consequence. */
export function Answer({ label, consequence, safe = false, disabled = false, beside, children, onChoose }: Props) {
  const styles = useStyles();
  const id = useId();
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (safe) buttons.current?.querySelector('button')?.focus();
  }, [safe]);
  return (
    <div className={styles.answer}>
      <div ref={buttons} className={styles.buttons}>
        <Button
          appearance={safe ? 'primary' : 'secondary'}
          aria-describedby={id}
          disabledFocusable={disabled}
          onClick={onChoose}
        >
          {label}
        </Button>
        {beside}
      </div>
      <p id={id} className={styles.consequence}>
        {consequence}
      </p>
      {children}
    </div>
  );
}
