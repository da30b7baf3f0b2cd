import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Report } from '../../../../src/run/index.ts';
import { duration } from '../../../kit/format.ts';
import { useSpoken } from '../../../words/context.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { type Axis, axisEnd, axisTo } from './axis.ts';
import { Legend } from './legend.tsx';
import { Row } from './row.tsx';
import { criticalParts, latestMoment } from './rows.ts';
import { TextTable } from './text-table.tsx';
import { useRoving } from './use-roving.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, containerType: 'inline-size' },
  floor: { margin: 0, fontWeight: tokens.fontWeightSemibold, minHeight: tokens.lineHeightBase300 },
  axis: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 32%) 1fr 64px',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    '@container (max-width: 520px)': { gridTemplateColumns: '1fr 64px' },
  },
  gap: { '@container (max-width: 520px)': { display: 'none' } },
  ticks: { position: 'relative', height: '16px', '@container (max-width: 520px)': { gridColumn: '1 / 3' } },
  tick: { position: 'absolute', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
});

interface Props {
  readonly report: Report;
  /** Id of the probe that is shown beside it. */
  readonly selected: string | null;
  onSelect(probe: string): void;
}

/** All probes of a run on one time axis, the critical path marked. */
export function Waterfall({ report, selected, onSelect }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { waterfall: words } = spoken.words.views;
  const now = latestMoment(report);
  const end = axisEnd(now, report.outcome === null);
  const axis = useMemo(() => axisTo(end), [end]);
  const parts = useMemo(() => criticalParts(report), [report]);
  const ids = useMemo(() => report.probes.map(({ id }) => id), [report.probes]);
  const { list, stop, onKeyDown, setFocused } = useRoving(ids, selected);
  if (ids.length === 0) return <EmptyState text={words.empty} />;
  return (
    <section className={styles.view} aria-label={words.title}>
      <p className={styles.floor}>{report.outcome !== null && words.floor(report.roundTripFloor.roundTrips)}</p>
      <div>
        <AxisLine axis={axis} locale={spoken.locale} />
        <div ref={list} role="listbox" aria-label={words.title}>
          {report.probes.map((probe, place) => (
            <Row
              key={probe.id}
              probe={probe}
              axis={axis}
              now={probe.outcome === 'running' ? now : 0}
              critical={parts.get(probe.id)}
              selected={probe.id === selected}
              focusable={probe.id === stop}
              onSelect={() => {
                setFocused(probe.id);
                onSelect(probe.id);
              }}
              onKeyDown={(event) => onKeyDown(event, place, () => onSelect(probe.id))}
            />
          ))}
        </div>
      </div>
      <Legend />
      <TextTable report={report} parts={parts} />
    </section>
  );
}

function AxisLine({ axis: { ticks, end }, locale }: { readonly axis: Axis; readonly locale: string }) {
  const styles = useStyles();
  return (
    <div className={styles.axis} aria-hidden>
      <span className={styles.gap} />
      <div className={styles.ticks}>
        {ticks.map((at) => (
          <span
            key={at}
            className={styles.tick}
            style={{
              left: `${(at / end) * 100}%`,
              transform: at === 0 ? 'none' : `translateX(${at === end ? -100 : -50}%)`,
            }}
          >
            {at === 0 ? '0' : duration(at, locale)}
          </span>
        ))}
      </div>
    </div>
  );
}
