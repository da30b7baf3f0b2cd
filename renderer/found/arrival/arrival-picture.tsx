import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { visible } from '../../../src/core/index.ts';
import type { Arrival } from '../../../src/run/index.ts';
import { useSpoken } from '../../words/context.tsx';
import { seenWords, waited } from './arrival-words.ts';
import { delayWords, legWords } from './leg-words.ts';
import { type Leg, type Stop, stopsOf } from './way.ts';

const rail = '28px';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, userSelect: 'text' },
  sentence: { margin: 0, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  note: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  stops: { margin: 0, padding: 0, listStyleType: 'none' },
  grid: { display: 'grid', gridTemplateColumns: `${rail} minmax(0, 1fr)`, alignItems: 'center' },
  dot: {
    justifySelf: 'center',
    boxSizing: 'border-box',
    width: '14px',
    height: '14px',
    borderRadius: '50%',
    border: `3px solid ${tokens.colorNeutralForeground2}`,
  },
  // Borders, because they are what forced colours leave.
  inbox: { borderRadius: tokens.borderRadiusSmall, border: `7px solid ${tokens.colorStatusSuccessForeground1}` },
  junk: { borderRadius: tokens.borderRadiusSmall, border: `7px solid ${tokens.colorStatusWarningForeground3}` },
  host: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { alignSelf: 'stretch', justifySelf: 'center', minHeight: '20px', width: 0 },
  encrypted: { borderLeft: `3px solid ${tokens.colorStatusSuccessForeground1}` },
  open: { borderLeft: `3px dashed ${tokens.colorStatusWarningForeground3}` },
  unsaid: { borderLeft: `3px dotted ${tokens.colorNeutralForeground3}` },
  leg: { padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`, overflowWrap: 'anywhere' },
  delay: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  bar: { flex: 'none', height: 0, borderTop: `8px solid ${tokens.colorBrandStroke1}` },
  longest: { fontWeight: tokens.fontWeightSemibold },
  disagrees: { color: tokens.colorStatusWarningForeground3 },
});

interface Props {
  readonly arrival: Arrival;
  /** The sentence that says where and when stands elsewhere. */
  readonly isTold?: boolean;
  /** Of its heading. */
  readonly level?: 2 | 3;
}

/**
 * Where the message arrived, and the way it came by the Received fields, from server to server with how long each took. It is a
 * list in words, too: what is drawn beside them says nothing else.
 */
export function ArrivalPicture({ arrival, isTold = false, level = 3 }: Props) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { arrival: words } = spoken.words.found;
  const Heading = `h${level}` as const;
  const stops = stopsOf(arrival).map((stop, place) => ({ stop, place }));
  return (
    <section className={styles.view} aria-label={words.way}>
      {!isTold && <p className={styles.sentence}>{seenWords(arrival, spoken)}</p>}
      <Heading className={styles.title}>{words.way}</Heading>
      {stops.length === 0 ? (
        <p className={styles.note}>{words.noWay}</p>
      ) : (
        <>
          <ol className={styles.stops}>
            {stops.map(({ stop, place }) => (
              <StopView key={place} stop={stop} />
            ))}
            <li>
              <div className={styles.grid}>
                <span aria-hidden className={mergeClasses(styles.line, styles.unsaid)} />
                <span className={styles.leg}>{words.seen(waited(arrival.after, spoken.locale))}</span>
              </div>
              <div className={styles.grid}>
                <span aria-hidden className={mergeClasses(styles.dot, styles[arrival.role])} />
                <bdi className={styles.host}>{visible(arrival.folder, 200)}</bdi>
              </div>
            </li>
          </ol>
          <p className={styles.note}>{words.wayNote}</p>
        </>
      )}
    </section>
  );
}

function StopView({ stop: { host, leg } }: { readonly stop: Stop }) {
  const styles = useStyles();
  const { words } = useSpoken();
  return (
    <li>
      {leg && <LegView leg={leg} />}
      <div className={styles.grid}>
        <span aria-hidden className={styles.dot} />
        <bdi className={styles.host}>{host === null ? words.found.arrival.unnamed : visible(host, 300)}</bdi>
      </div>
    </li>
  );
}

function LegView({ leg }: { readonly leg: Leg }) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { arrival: words } = spoken.words.found;
  const look = leg.tls === null ? styles.unsaid : leg.tls ? styles.encrypted : styles.open;
  const isNegative = leg.delay !== null && leg.delay < 0;
  return (
    <div className={styles.grid}>
      <span aria-hidden className={mergeClasses(styles.line, look)} />
      <div className={styles.leg}>
        <div className={styles.delay}>
          {leg.share > 0 && (
            <span aria-hidden className={styles.bar} style={{ width: `${Math.max(2, leg.share * 45).toFixed(1)}%` }} />
          )}
          <span className={mergeClasses(leg.isLongest && styles.longest, isNegative && styles.disagrees)}>
            {delayWords(leg, spoken)}
            {leg.isLongest && `, ${words.slowest}`}
          </span>
        </div>
        <div className={styles.note}>{legWords(leg, spoken).join(' · ')}</div>
      </div>
    </div>
  );
}
