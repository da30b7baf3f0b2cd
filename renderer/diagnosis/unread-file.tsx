import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { CallAnswer, Opened } from '../../electron/contract.ts';
import { visible } from '../../src/core/index.ts';
import { useWords } from '../words/context.tsx';

/** A file that the program was opened with and that shows nothing. */
export interface Unread {
  readonly file: string;
  readonly reason: Extract<Opened, { kind: 'unreadable' }>['reason'];
}

export function unreadIn({ file, opened }: NonNullable<CallAnswer<'report.opened'>>): Unread | null {
  return opened.kind === 'unreadable' ? { file, reason: opened.reason } : null;
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexShrink: 0,
    alignItems: 'start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    background: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `3px solid ${tokens.colorStatusDangerForeground1}`,
  },
  text: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  title: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly unread: Unread;
  onClose(): void;
}

/** Which file could not be opened, what is wrong with it, and what to do. */
export function UnreadFile({ unread: { file, reason }, onClose }: Props) {
  const styles = useStyles();
  const { app, views } = useWords();
  return (
    <div role="alert" className={styles.bar}>
      <p className={styles.text}>
        <span className={styles.title}>{views.open.notOpened(visible(file, 1_000))}</span> {views.open.reasons[reason]}
      </p>
      <Button size="small" onClick={onClose}>
        {app.close}
      </Button>
    </div>
  );
}
