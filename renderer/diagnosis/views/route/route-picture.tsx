import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { StatusMark } from '../../../kit/status-mark.tsx';
import { Untrusted } from '../../../kit/untrusted.tsx';
import { useSpoken } from '../../../words/context.tsx';
import type { ViewProps } from '../shared/view-props.ts';
import { type Station, stationsOf } from './hop-words.ts';
import { hopsOf } from './hops.ts';
import { Way } from './way.tsx';

const narrow = '@container (max-width: 760px)';

const useStyles = makeStyles({
  view: { containerType: 'inline-size', userSelect: 'text' },
  stations: {
    display: 'flex',
    alignItems: 'stretch',
    margin: 0,
    padding: '2px',
    listStyleType: 'none',
    [narrow]: { flexDirection: 'column' },
  },
  item: { display: 'flex', flex: '1 1 0', minWidth: 0, [narrow]: { flexDirection: 'column', flex: 'none' } },
  first: { flex: '0.7 1 0', [narrow]: { flex: 'none' } },
  station: {
    flex: '1 1 0',
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    background: tokens.colorNeutralBackground1,
  },
  unseen: {
    borderTopStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderLeftStyle: 'dashed',
    background: 'transparent',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, overflowWrap: 'anywhere' },
});

/** The way of a message from station to station, with what is known of each and nothing more. */
export function RoutePicture({ report }: ViewProps) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { route: words } = spoken.words.views;
  const stations = stationsOf(hopsOf(report), spoken);
  return (
    <section className={styles.view} aria-label={words.title}>
      <ol className={styles.stations}>
        {stations.map((station, place) => (
          <li key={station.id} className={mergeClasses(styles.item, place === 0 && styles.first)}>
            {place > 0 && <Way isSeen={station.isSeen} label={station.way} />}
            <StationView station={station} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function StationView({ station: { title, names, lines, isSeen, mark } }: { readonly station: Station }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.station, !isSeen && styles.unseen)}>
      <h3 className={styles.title}>
        {mark && <StatusMark state={mark} />} {title}
      </h3>
      {names.map((name) => (
        <Untrusted key={name} text={name} />
      ))}
      {lines.map((line) => (
        <p key={line} className={styles.line}>
          {line}
        </p>
      ))}
    </div>
  );
}
