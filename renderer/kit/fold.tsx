import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId, useState } from 'react';

const useStyles = makeStyles({
  // Further lines begin where the first one does, behind the mark.
  label: {
    display: 'block',
    textAlign: 'start',
    textIndent: '-1.1em',
    paddingLeft: '1.1em',
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  mark: { display: 'inline-block', width: '1.1em', textIndent: 0 },
  content: { paddingTop: tokens.spacingVerticalXS, paddingLeft: '1.1em' },
});

interface Props {
  readonly label: string;
  readonly children: ReactNode;
}

/** What few want to see, behind a line that says what it is. It is made when it is first wanted. */
export function Fold({ label, children }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Link
        as="button"
        className={styles.label}
        aria-expanded={open}
        {...(open && { 'aria-controls': id })}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden className={styles.mark}>
          {open ? '▾' : '▸'}
        </span>
        {label}
      </Link>
      {open && (
        <div id={id} className={styles.content}>
          {children}
        </div>
      )}
    </div>
  );
}
