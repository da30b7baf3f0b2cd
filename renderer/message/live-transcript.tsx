import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { visible } from '../../src/core/index.ts';
import type { Report } from '../../src/run/index.ts';
import { CopyButton } from '../kit/copy-button.tsx';
import { count } from '../kit/format.ts';
import { hiddenVisually } from '../kit/hidden.ts';
import { Untrusted } from '../kit/untrusted.tsx';
import { useSpoken } from '../words/context.tsx';

type Line = Report['transcript'][number];

/** As many of the last lines are shown; the details have them all. */
const mostLines = 200;
/** What scrolls has to take the focus, or nobody without a mouse gets to see the rest. */
const scrollsByKeyboard = { tabIndex: 0 } as const;
const marks: Readonly<Record<Line['direction'], string>> = { sent: '→', received: '←', note: '·' };

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  title: { flexGrow: 1, margin: 0 },
  lines: {
    position: 'relative',
    height: '14rem',
    overflow: 'auto',
    boxSizing: 'border-box',
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: tokens.spacingHorizontalS,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground3,
    userSelect: 'text',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'grid', gridTemplateColumns: '1.5em 4em minmax(0, 1fr)' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The last of what was said to and by the servers, passwords masked: follows, until somebody pauses or scrolls back. */
export function LiveTranscript({ lines, live }: { readonly lines: readonly Line[]; readonly live: boolean }) {
  const styles = useStyles();
  const title = useId();
  const { words, locale } = useSpoken();
  const { transcript: own } = words.message;
  const [follows, setFollows] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const seen = useShownLines(lines, follows);
  const shown = seen.map((line, number) => ({ line, number })).slice(-mostLines);
  const hidden = seen.length - shown.length;

  useEffect(() => {
    if (follows && seen.length > 0) box.current?.scrollTo({ top: box.current.scrollHeight });
  }, [follows, seen.length]);
  return (
    <section aria-labelledby={title}>
      <div className={styles.head}>
        <Text as="h3" size={300} weight="semibold" id={title} className={styles.title}>
          {own.title}
        </Text>
        <Button size="small" disabledFocusable={!live} onClick={() => setFollows(!follows)}>
          {follows ? own.pause : own.follow}
        </Button>
        <CopyButton size="small" label={own.copy} text={() => lines.map(asText).join('\n')} />
      </div>
      <div ref={box} className={styles.lines} role="log" aria-live="off" aria-labelledby={title} {...scrollsByKeyboard}>
        {seen.length === 0 && <span className={styles.quiet}>{own.empty}</span>}
        {hidden > 0 && <div className={styles.quiet}>{own.earlier(count(hidden, locale))}</div>}
        <ol className={styles.list}>
          {shown.map(({ line, number }) => (
            <li key={number} className={styles.line}>
              <span aria-hidden>{marks[line.direction]}</span>
              <span className={styles.quiet}>
                {line.protocol}
                <span style={hiddenVisually}>, {own[line.direction]}: </span>
              </span>
              <Untrusted text={line.text} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

/** While paused, what was there when somebody paused. */
function useShownLines(lines: readonly Line[], follows: boolean): readonly Line[] {
  const [frozen, setFrozen] = useState(lines);
  if (follows && frozen !== lines) setFrozen(lines);
  return follows ? lines : frozen;
}

function asText({ protocol, direction, text }: Line): string {
  return `${marks[direction]} ${protocol} ${visible(text)}`;
}
