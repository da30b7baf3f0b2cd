import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { duration } from '../../kit/format.ts';
import { hiddenVisually } from '../../kit/hidden.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';
import type { Words } from '../../words/words.ts';
import type { Row } from './rows.ts';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '16px 24px minmax(0, max-content) minmax(0, 1fr) max-content',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    height: '32px',
    paddingInline: tokens.spacingHorizontalS,
    borderLeft: '4px solid transparent',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    ':hover': { background: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  probe: { paddingLeft: '28px', fontSize: tokens.fontSizeBase200, height: '28px' },
  selected: { background: tokens.colorNeutralBackground1Selected },
  broken: {
    borderLeftColor: tokens.colorStatusDangerBorder2,
    background: tokens.colorStatusDangerBackground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { background: tokens.colorStatusDangerBackground1 },
  },
  undecided: {
    borderLeftColor: tokens.colorStatusWarningBorder2,
    background: tokens.colorStatusWarningBackground1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { background: tokens.colorStatusWarningBackground1 },
  },
  quiet: { color: tokens.colorNeutralForeground3, borderLeft: `4px dotted ${tokens.colorNeutralStroke1}` },
  chevron: { textAlign: 'center' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  note: { color: tokens.colorNeutralForeground2 },
  quietNote: { color: 'inherit' },
  time: {
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    minWidth: '56px',
    textAlign: 'end',
  },
});

interface Props extends Row {
  readonly expanded: boolean | null;
  readonly isSelected: boolean;
  readonly isFocusable: boolean;
}

/** A row of the tree. The tree listens for clicks and keys; the row only shows. */
export const ChainRow = memo(function ChainRow(props: Props) {
  const { id, level, place, siblings, state, name, note, isFirstBroken, isConsequence, expanded } = props;
  const styles = useStyles();
  const { words, locale } = useSpoken();
  const said = words.diagnosis.chain;
  const isQuiet = isConsequence || state === 'skipped' || state === 'waiting';
  const loud = isFirstBroken && (state === 'failed' ? styles.broken : styles.undecided);
  const time = props.duration === null ? '' : duration(props.duration, locale);
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={props.isSelected}
      {...(expanded !== null && { 'aria-expanded': expanded })}
      tabIndex={props.isFocusable ? 0 : -1}
      data-row={id}
      title={note === '' ? name : `${name}: ${note}`}
      className={mergeClasses(
        styles.row,
        level === 2 && styles.probe,
        isQuiet && styles.quiet,
        props.isSelected && styles.selected,
        loud,
      )}
    >
      <span aria-hidden data-fold={expanded === null ? undefined : id} className={styles.chevron}>
        {expanded === null ? '' : expanded ? '▾' : '▸'}
      </span>
      <StatusMark state={state} />
      <span className={styles.cut}>{name}</span>
      <span className={mergeClasses(styles.cut, styles.note, isQuiet && styles.quietNote)}>{note}</span>
      <span className={mergeClasses(styles.time, isQuiet && styles.quietNote)}>
        <span aria-hidden>{time}</span>
        <span style={hiddenVisually}>{heard(props, said, locale)}</span>
      </span>
    </div>
  );
});

/** What the row's place, mark and colour say to those who see it. */
function heard(
  { startedAt, duration: ms, isFirstBroken }: Row,
  said: Words['diagnosis']['chain'],
  locale: string,
): string {
  return [
    ms === null ? '' : said.took(duration(ms, locale)),
    startedAt === null ? '' : said.startedAt(duration(startedAt, locale)),
    isFirstBroken ? said.firstBroken : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
