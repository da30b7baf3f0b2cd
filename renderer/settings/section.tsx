import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId } from 'react';
import type { Errand } from '../app/context.tsx';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalL} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Below the title of the screen, which stays at the top.
  title: { margin: 0, scrollMarginTop: '80px' },
});

interface Props {
  readonly title: string;
  /** That somebody was led here: then the heading is to be seen and has the focus. */
  readonly wanted?: Errand;
  readonly children: ReactNode;
}

/** Settings that belong together, under a heading. */
export function Section({ title, wanted, children }: Props) {
  const styles = useStyles();
  const id = useId();
  useEffect(() => {
    if (!wanted?.isOpen) return;
    const heading = document.getElementById(id);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
    wanted.done();
  }, [wanted, id]);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Text as="h2" size={400} weight="semibold" id={id} tabIndex={wanted && -1} className={styles.title}>
        {title}
      </Text>
      {children}
    </section>
  );
}
