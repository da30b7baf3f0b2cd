import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { Report } from '../../src/run/index.ts';
import { moment } from '../kit/format.ts';
import { useSpoken } from '../words/context.tsx';
import type { Past } from './past.ts';

const Replay = lazy(async () => ({ default: (await import('./replay/index.ts')).Replay }));

const useStyles = makeStyles({
  bar: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    background: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  banner: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  text: { margin: 0, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly past: Past;
  /** Shows the run as it was at some moment of it. */
  onFrame(report: Report): void;
  onLeave(): void;
}

/** Says that a saved run is shown, and plays it. */
export function PastBar({ past, onFrame, onLeave }: Props) {
  const styles = useStyles();
  const { words, locale } = useSpoken();
  const { detail } = words.diagnosis;
  return (
    <div className={styles.bar}>
      <div className={styles.banner}>
        <p role="note" className={styles.text}>
          {detail.shownFromPast(moment(past.startedAt, locale))}
        </p>
        <Button size="small" appearance="subtle" onClick={onLeave}>
          {detail.backToNow}
        </Button>
      </div>
      {past.events.length > 0 && (
        <Suspense fallback={null}>
          <Replay events={past.events} onChange={({ report }) => onFrame(report)} />
        </Suspense>
      )}
    </div>
  );
}
