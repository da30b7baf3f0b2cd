import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  text: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  quiet: { color: tokens.colorNeutralForeground3 },
  alert: {
    color: tokens.colorStatusDangerForeground1,
    // Red alone says nothing where colours are forced, nor to everybody's eyes; a screen reader is told by the role.
    '::before': { content: '"! " / ""', fontWeight: tokens.fontWeightBold },
  },
});

interface Props {
  readonly children: ReactNode;
  readonly id?: string;
  readonly alert?: boolean;
}

/** A sentence beside a field: a hint, or what is wrong with it. */
export function FormText({ children, id, alert = false }: Props) {
  const styles = useStyles();
  return (
    <p
      id={id}
      role={alert ? 'alert' : undefined}
      className={mergeClasses(styles.text, alert ? styles.alert : styles.quiet)}
    >
      {children}
    </p>
  );
}
