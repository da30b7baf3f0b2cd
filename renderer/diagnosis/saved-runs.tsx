import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { Opened } from '../../electron/contract.ts';
import { useWords } from '../words/context.tsx';

const OpenFile = lazy(async () => ({ default: (await import('./replay/index.ts')).OpenFile }));

const useStyles = makeStyles({
  saved: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    alignItems: 'flex-start',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: tokens.spacingVerticalM,
  },
  heading: { margin: 0 },
});

const savedId = 'saved-runs';

/** A page may open no file by itself: somebody has to press the button. */
export function focusOpenFile(): void {
  requestAnimationFrame(() => {
    const buttons = document.querySelectorAll<HTMLElement>(`#${savedId} button`);
    buttons[buttons.length - 1]?.focus();
  });
}

interface Props {
  onHistory(): void;
  onOpened(opened: Opened): Promise<void>;
}

/** Below the form: the runs of this computer, and files from others. */
export function SavedRuns({ onHistory, onOpened }: Props) {
  const styles = useStyles();
  const { form } = useWords().diagnosis;
  return (
    <div className={styles.saved} id={savedId}>
      <Text as="h3" size={300} weight="semibold" className={styles.heading}>
        {form.saved}
      </Text>
      <Button size="small" onClick={onHistory}>
        {form.earlier}
      </Button>
      <Suspense fallback={null}>
        <OpenFile onOpened={onOpened} />
      </Suspense>
    </div>
  );
}
