import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { Opened } from '../../../electron/contract.ts';
import { useApp } from '../../app/context.tsx';
import { newestOnly } from '../../kit/newest-only.ts';
import { useWords } from '../../words/context.tsx';
import { readReportFile } from './read-file.ts';
import { useDrop } from './use-drop.ts';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    padding: tokens.spacingHorizontalM,
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, background: tokens.colorNeutralBackground1Hover },
  hint: { flex: '1 1 140px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  wrong: { flexBasis: '100%', margin: 0, color: tokens.colorStatusDangerForeground1, ':empty': { display: 'none' } },
});

interface Props {
  /** Resolves when it is shown. */
  onOpened(opened: Exclude<Opened, { kind: 'unreadable' }>): Promise<void>;
}

type State = 'waiting' | 'reading' | Extract<Opened, { kind: 'unreadable' }>['reason'];

/** Opens a report, an event file or a support bundle that somebody was sent, or says what is wrong with the file. */
export function OpenFile({ onOpened }: Props) {
  const styles = useStyles();
  const { bridge, announce } = useApp();
  const { open: words } = useWords().views;
  const [state, setState] = useState<State>('waiting');
  const zone = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [begin] = useState(newestOnly);
  const read = async (file: File) => {
    const signal = begin();
    setState('reading');
    const opened = await readReportFile(file, bridge);
    if (signal.aborted) return;
    if (opened.kind === 'unreadable') return setState(opened.reason);
    await onOpened(opened);
    if (signal.aborted) return;
    setState('waiting');
    announce(words.opened);
  };
  const over = useDrop(zone, (file) => void read(file));
  return (
    <div ref={zone} className={mergeClasses(styles.zone, over && styles.over)}>
      <Button onClick={() => input.current?.click()}>{words.button}</Button>
      <input
        ref={input}
        type="file"
        hidden
        data-purpose="open-report"
        accept=".json,.jsonl,.ndjson,application/json"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) void read(file);
        }}
      />
      <span className={styles.hint}>{state === 'reading' ? words.reading : over ? words.drop : words.hint}</span>
      <p role="alert" className={styles.wrong}>
        {state === 'waiting' || state === 'reading' ? '' : words.reasons[state]}
      </p>
    </div>
  );
}
