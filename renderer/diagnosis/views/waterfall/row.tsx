import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useMemo } from 'react';
import type { ProbeReport } from '../../../../src/run/index.ts';
import { duration } from '../../../kit/format.ts';
import { hiddenVisually } from '../../../kit/hidden.ts';
import { StatusMark } from '../../../kit/status-mark.tsx';
import { type Spoken, useSpoken } from '../../../words/context.tsx';
import { probeName } from '../shared/names.ts';
import type { Axis } from './axis.ts';
import { Chart } from './chart.tsx';
import type { CriticalPart } from './rows.ts';

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 32%) 1fr 64px',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '30px',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { background: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@container (max-width: 520px)': { gridTemplateColumns: '1fr 64px', paddingBottom: '2px' },
  },
  selected: {
    background: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  name: {
    display: 'flex',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXS,
    paddingLeft: tokens.spacingHorizontalXS,
    lineHeight: tokens.lineHeightBase200,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  mark: { flexShrink: 0 },
  quiet: { color: tokens.colorNeutralForeground3 },
  chart: { '@container (max-width: 520px)': { gridRow: 2, gridColumn: '1 / 3' } },
  time: {
    textAlign: 'right',
    paddingRight: tokens.spacingHorizontalXS,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
});

interface Props {
  readonly probe: ProbeReport;
  readonly axis: Axis;
  /** Where a probe that is running has got to. */
  readonly now: number;
  readonly critical: CriticalPart | undefined;
  readonly selected: boolean;
  readonly focusable: boolean;
  onSelect(): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** One probe: how it stands, what it does, when it ran and how long. */
export function Row({ probe, axis, now, critical, selected, focusable, onSelect, onKeyDown }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const isQuiet = probe.outcome === 'skipped' || probe.outcome === 'waiting';
  const chart = useMemo(
    () => <Chart probe={probe} axis={axis} now={now} critical={critical} />,
    [probe, axis, now, critical],
  );
  return (
    <div
      role="option"
      aria-selected={selected}
      tabIndex={focusable ? 0 : -1}
      className={mergeClasses(styles.row, selected && styles.selected)}
      onClick={onSelect}
      onKeyDown={onKeyDown}
    >
      <span className={mergeClasses(styles.name, isQuiet && styles.quiet)}>
        <span className={styles.mark}>
          <StatusMark state={probe.outcome} />
        </span>
        <span>{probeName(probe.id, spoken.words.views)}</span>
      </span>
      <div className={styles.chart}>{chart}</div>
      <span style={hiddenVisually}>{timesInWords(probe, critical, spoken)}</span>
      <span className={styles.time} aria-hidden>
        {probe.duration === null || isQuiet ? '–' : duration(probe.duration, spoken.locale)}
      </span>
    </div>
  );
}

/** What eyes see in the chart. */
function timesInWords(probe: ProbeReport, critical: CriticalPart | undefined, { words: all, locale }: Spoken): string {
  const { waterfall: words } = all.views;
  const { outcome, startedAt, duration: took } = probe;
  if (startedAt === null || outcome === 'skipped' || outcome === 'waiting') return '';
  const start = duration(startedAt, locale);
  const times = took === null ? words.rowRunning(start) : words.rowTimes(start, duration(took, locale));
  return critical ? `, ${times}, ${words.onPath(critical.roundTrips)}` : `, ${times}`;
}
