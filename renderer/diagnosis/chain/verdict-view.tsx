import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Report } from '../../../src/run/index.ts';
import { duration, seconds } from '../../kit/format.ts';
import { useSpoken } from '../../words/context.tsx';
import { custodyLine } from './custody-line.ts';
import { verdictOf } from './verdict.ts';

const useStyles = makeStyles({
  // Room for all that may be said, so that the rows below stay where they are.
  verdict: {
    minHeight: '112px',
    // Wide lines, or little height: less will be needed, or there is less to give.
    '@media (max-width: 899px)': { minHeight: '88px' },
    '@media (max-height: 500px)': { minHeight: '60px' },
    flexShrink: 0,
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `6px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    background: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  idle: {},
  running: { borderLeftColor: tokens.colorBrandStroke1 },
  good: { borderLeftColor: tokens.colorStatusSuccessBorder2 },
  warning: { borderLeftColor: tokens.colorStatusWarningBorder2, background: tokens.colorStatusWarningBackground1 },
  bad: { borderLeftColor: tokens.colorStatusDangerBorder2, background: tokens.colorStatusDangerBackground1 },
  title: { margin: 0 },
  second: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  time: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
  cancel: { marginRight: tokens.spacingHorizontalM },
  line: { margin: 0 },
});

interface Props {
  readonly report: Report;
  readonly isRunning: boolean;
  /** Where the form with its button is out of sight. */
  readonly onCancel: (() => void) | null;
}

/** The loudest thing on the screen: how it stands with the whole chain, and who fixes it. */
export function VerdictView({ report, isRunning, onCancel }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { tone, title, detail } = useMemo(() => verdictOf(report, spoken), [report, spoken]);
  // What went wrong with the message stands above already.
  const isTold = detail !== '' && report.chain.custody?.state !== 'accepted';
  const custody = report.outcome === null || isTold ? null : custodyLine(report, spoken, detail !== '');
  const isLoud = tone === 'bad' || tone === 'warning';
  return (
    <div className={mergeClasses(styles.verdict, styles[tone])}>
      <Text as="h2" size={isLoud ? 500 : 400} weight="semibold" className={styles.title}>
        {title}
      </Text>
      <div className={styles.second}>
        <p className={styles.line}>{detail}</p>
        <span className={styles.time}>
          {isRunning && onCancel && (
            <Button size="small" className={styles.cancel} onClick={onCancel}>
              {spoken.words.app.cancel}
            </Button>
          )}
          {isRunning ? <Elapsed /> : <Took report={report} isTold={tone !== 'bad' && !isInconclusive(report)} />}
        </span>
      </div>
      {custody !== null && <p className={styles.line}>{custody}</p>}
    </div>
  );
}

function isInconclusive({ outcome }: Report): boolean {
  return outcome === 'inconclusive';
}

/** How long it took, where the title does not say it. */
function Took({ report, isTold }: { readonly report: Report; readonly isTold: boolean }) {
  const { locale } = useSpoken();
  return report.duration === null || isTold ? null : duration(report.duration, locale);
}

/** Time since the run began, ten times a second; not for screen readers, which hear the end. */
function Elapsed() {
  const { locale } = useSpoken();
  const started = useRef(performance.now());
  const [now, setNow] = useState(started.current);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return <span aria-hidden>{seconds(now - started.current, locale)}</span>;
}
