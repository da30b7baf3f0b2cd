import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { useApp } from '../../app/context.tsx';
import { Sheet } from '../column.tsx';
import { StepHeading } from '../step-heading.tsx';
import { useEscape } from '../use-escape.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  found: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

interface Props {
  readonly title: string;
  /** What was found. */
  readonly found: string;
  /** Why that is unusual, or why it is asked. */
  readonly why: string;
  readonly children: ReactNode;
  leave(): void;
}

/** A question: what was found, why it is asked, and the answers. It is read out whole, as the focus is on an answer. */
export function QuestionSheet({ title, found, why, children, leave }: Props) {
  const styles = useStyles();
  const { announce } = useApp();
  useEscape(leave);
  useEffect(() => announce(`${title} ${found} ${why}`), [announce, title, found, why]);
  return (
    <Sheet>
      <StepHeading>{title}</StepHeading>
      <p className={styles.found}>{found}</p>
      <p className={styles.text}>{why}</p>
      {children}
    </Sheet>
  );
}
