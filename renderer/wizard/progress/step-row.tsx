import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { duration } from '../../kit/format.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';
import type { StepLine } from './steps.ts';

const useStyles = makeStyles({
  row: {
    // As high as two lines, so that a long fact moves nothing.
    minHeight: '48px',
    width: '100%',
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 5fr) minmax(0, 6fr) 56px 16px',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    padding: '4px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    background: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    userSelect: 'text',
    ':hover': { background: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 520px)': { gridTemplateColumns: '24px minmax(0, 5fr) minmax(0, 6fr) 16px' },
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  fact: { overflowWrap: 'anywhere', unicodeBidi: 'isolate' },
  time: {
    textAlign: 'end',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 520px)': { display: 'none' },
  },
  caret: { color: tokens.colorNeutralForeground3, textAlign: 'center' },
});

interface Props {
  readonly step: StepLine;
  readonly open: boolean;
  onToggle(): void;
}

export function StepRow({ step, open, onToggle }: Props) {
  const styles = useStyles();
  const { locale } = useSpoken();
  const { state, label, fact } = step;
  const isQuiet = state === 'waiting' || state === 'skipped';
  return (
    <button type="button" className={styles.row} aria-expanded={open} onClick={onToggle}>
      <StatusMark state={state} />
      <span className={mergeClasses(styles.label, isQuiet && styles.quiet)}>{label}</span>
      <span className={mergeClasses(styles.fact, (isQuiet || state === 'running') && styles.quiet)}>{fact}</span>
      <span className={styles.time}>{step.duration === null ? '' : duration(step.duration, locale)}</span>
      <span aria-hidden className={styles.caret}>
        {open ? '▾' : '▸'}
      </span>
    </button>
  );
}
