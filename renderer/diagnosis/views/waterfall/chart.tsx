import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ProbeReport } from '../../../../src/run/index.ts';
import { useWords } from '../../../words/context.tsx';
import type { Axis } from './axis.ts';
import { barOf, type CriticalPart, lanesOf, type Span, spanOf } from './rows.ts';

const stripes = (colour: string) => `repeating-linear-gradient(135deg, ${colour} 0 3px, transparent 3px 6px)`;

const useStyles = makeStyles({
  chart: {
    position: 'relative',
    height: '30px',
    backgroundImage: `linear-gradient(to right, ${tokens.colorNeutralStroke2} 1px, transparent 1px)`,
    backgroundSize: 'var(--tick) 100%',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: {
    position: 'absolute',
    top: '6px',
    height: '10px',
    minWidth: '3px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralForeground3}`,
    borderRadius: '2px',
  },
  passed: {
    borderTopColor: tokens.colorStatusSuccessForeground1,
    borderRightColor: tokens.colorStatusSuccessForeground1,
    borderBottomColor: tokens.colorStatusSuccessForeground1,
    borderLeftColor: tokens.colorStatusSuccessForeground1,
    backgroundColor: tokens.colorStatusSuccessBackground2,
  },
  warned: { backgroundImage: stripes(tokens.colorStatusWarningForeground3) },
  failed: {
    backgroundColor: tokens.colorStatusDangerForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'CanvasText' },
  },
  unknown: {
    borderTopStyle: 'dotted',
    borderRightStyle: 'dotted',
    borderBottomStyle: 'dotted',
    borderLeftStyle: 'dotted',
  },
  running: {
    borderRightStyle: 'none',
    borderTopRightRadius: 0,
    borderBottomRightRadius: 0,
    backgroundColor: tokens.colorBrandBackground2,
  },
  critical: {
    position: 'absolute',
    top: '4px',
    height: '14px',
    minWidth: '4px',
    boxSizing: 'border-box',
    border: `2px solid ${tokens.colorNeutralForeground1}`,
    borderRadius: '3px',
  },
  label: {
    position: 'absolute',
    top: '4px',
    fontSize: '11px',
    lineHeight: '14px',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    whiteSpace: 'nowrap',
  },
  untried: {
    position: 'absolute',
    top: '8px',
    left: '4px',
    fontSize: '11px',
    lineHeight: '14px',
    color: tokens.colorNeutralForeground3,
  },
  lanes: { position: 'absolute', insetInline: 0, top: '19px', width: '100%', height: '9px', overflow: 'visible' },
  lane: { stroke: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { stroke: 'CanvasText' } },
});

interface Props {
  readonly probe: ProbeReport;
  readonly axis: Axis;
  readonly now: number;
  readonly critical: CriticalPart | undefined;
}

/** A probe's bar, its part of the critical path outlined, its questions as thin lines below. */
export function Chart({ probe, axis, now, critical }: Props) {
  const styles = useStyles();
  const { waterfall: words } = useWords().views;
  const bar = barOf(probe, axis.end, now);
  const part = critical && bar ? criticalSpan(critical, axis.end) : null;
  const ticks = { '--tick': `${(axis.step / axis.end) * 100}%` } as React.CSSProperties;
  return (
    <div className={styles.chart} style={ticks} aria-hidden>
      {probe.outcome === 'skipped' && <span className={styles.untried}>{words.untried}</span>}
      {bar && <div className={mergeClasses(styles.bar, lookOf(probe, styles))} style={placeOf(bar)} />}
      {part && <div className={styles.critical} style={placeOf(part)} />}
      {part && critical && (
        <span className={styles.label} style={besideOf(part, bar)}>
          ◆ {critical.roundTrips}
        </span>
      )}
      <Lanes probe={probe} end={axis.end} />
    </div>
  );
}

function Lanes({ probe, end }: { readonly probe: ProbeReport; readonly end: number }) {
  const styles = useStyles();
  return (
    <svg className={styles.lanes} viewBox="0 0 1000 9" preserveAspectRatio="none" aria-hidden="true">
      {lanesOf(probe.exchanges, end).map((lane, place) => (
        <path
          key={heights[place]}
          className={styles.lane}
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
          d={lane
            .map(({ from, to }) => `M${from.toFixed(1)} ${heights[place]}H${Math.max(to, from + 1.5).toFixed(1)}`)
            .join('')}
        />
      ))}
    </svg>
  );
}

const heights = [1, 4, 7];

function lookOf({ outcome }: ProbeReport, styles: ReturnType<typeof useStyles>): string {
  return outcome === 'skipped' || outcome === 'waiting' ? '' : styles[outcome];
}

function criticalSpan({ exchanges }: CriticalPart, end: number): Span | null {
  const [first] = exchanges;
  if (first === undefined) return null;
  const last = Math.max(...exchanges.map(({ startedAt, duration }) => startedAt + duration));
  return spanOf(first.startedAt, last, end);
}

function placeOf({ from, to }: Span) {
  return { left: `${from / 10}%`, width: `${(to - from) / 10}%` };
}

/** After a bar, or before one that ends near the right edge. */
function besideOf(part: Span, bar: Span | null) {
  const to = Math.max(part.to, bar?.to ?? 0);
  const from = Math.min(part.from, bar?.from ?? 1_000);
  return to < 900 ? { left: `calc(${to / 10}% + 5px)` } : { right: `calc(${(1_000 - from) / 10}% + 5px)` };
}
