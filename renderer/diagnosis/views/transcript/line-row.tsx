import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { visible } from '../../../../src/core/index.ts';
import { hiddenVisually } from '../../../kit/hidden.ts';
import { useWords } from '../../../words/context.tsx';
import { directionMarks, type Line, lineTime } from './lines.ts';

/** Characters of time and direction before the text, and of the button after it. */
const besideText = 18;
/** Characters of the peer, which is left out where fewer than this many would be left for the text. */
const ofPeer = 19;
const leastText = 44;

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '7ch 2ch minmax(0, 1fr) auto',
    columnGap: '1ch',
    paddingInline: '6px',
    boxSizing: 'border-box',
    alignItems: 'baseline',
    lineHeight: '22px',
  },
  withPeer: { gridTemplateColumns: '7ch 2ch minmax(0, 18ch) minmax(0, 1fr) auto' },
  short: { overflow: 'hidden' },
  quiet: { color: tokens.colorNeutralForeground3 },
  peer: {
    color: tokens.colorNeutralForeground2,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  time: { color: tokens.colorNeutralForeground2, textAlign: 'right' },
  sent: { fontWeight: tokens.fontWeightSemibold },
  text: { unicodeBidi: 'isolate', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'pre' },
  whole: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  more: {
    minWidth: '28px',
    height: '20px',
    padding: 0,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    background: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    lineHeight: '16px',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  readonly line: Line;
  /** From 1. */
  readonly place: number;
  readonly count: number;
  readonly height: number;
  /** Characters that fit in the whole row. */
  readonly columns: number;
  readonly peerBefore: string | null;
  readonly isOpen: boolean;
  onToggle(place: number): void;
}

export const LineRow = memo(function LineRow({
  line,
  place,
  count,
  height,
  columns,
  peerBefore,
  isOpen,
  onToggle,
}: Props) {
  const styles = useStyles();
  const { transcript: words } = useWords().views;
  const { at, peer, direction } = line;
  const text = visible(line.text);
  const hasPeer = columns - besideText - ofPeer >= leastText;
  const isLong = text.length > columns - besideText - (hasPeer ? ofPeer : 0);
  return (
    <li
      data-open={isOpen || undefined}
      className={mergeClasses(styles.row, hasPeer && styles.withPeer, !isOpen && styles.short)}
      style={isOpen ? { minHeight: height } : { height }}
      aria-setsize={count}
      aria-posinset={place}
    >
      <span className={styles.time}>{lineTime(at)}</span>
      <span>
        <span aria-hidden>{directionMarks[direction]}</span>
        <span style={hiddenVisually}>{words[direction]}</span>
      </span>
      {hasPeer && <span className={styles.peer}>{peer === peerBefore ? '' : visible(peer, 100)}</span>}
      <span
        className={mergeClasses(
          styles.text,
          direction === 'sent' && styles.sent,
          direction === 'note' && styles.quiet,
          isOpen && styles.whole,
        )}
      >
        {text}
      </span>
      {isLong ? (
        <button
          type="button"
          className={styles.more}
          aria-expanded={isOpen}
          aria-label={isOpen ? words.collapse : words.expand}
          onClick={() => onToggle(place)}
        >
          {isOpen ? '−' : '…'}
        </button>
      ) : (
        <span />
      )}
    </li>
  );
});
