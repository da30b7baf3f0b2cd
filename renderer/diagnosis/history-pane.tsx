import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Opened } from '../../electron/contract.ts';
import type { Report } from '../../src/run/index.ts';
import { useWords } from '../words/context.tsx';
import { History } from './history/index.ts';

const useStyles = makeStyles({
  pane: { padding: tokens.spacingHorizontalL, height: '100%', boxSizing: 'border-box', overflow: 'auto' },
});

interface Props {
  readonly current: Report | null;
  onOpen(opened: Opened): void;
  onBack(): void;
}

/** The runs of this computer in place of the panes: a table needs the room. */
export default function HistoryPane({ current, onOpen, onBack }: Props) {
  const styles = useStyles();
  const { form } = useWords().diagnosis;
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => pane.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={pane} className={styles.pane}>
      <Button appearance="subtle" onClick={onBack}>
        ← {form.back}
      </Button>
      <History current={current} onOpen={onOpen} />
    </div>
  );
}
