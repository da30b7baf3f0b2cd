import { makeStyles, tokens } from '@fluentui/react-components';
import { type HeardSource, heardSources, type Report } from '../../../src/run/index.ts';
import { count } from '../../kit/format.ts';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';
import { Glyph } from '../glyph.tsx';
import { useFoundStyles } from '../styles.ts';
import { answerWords, faultsOf, originsOf, toneOf, worthOf } from './source-words.ts';

const useStyles = makeStyles({
  // Some are names, and some are words that stand here at the beginning.
  name: {
    display: 'inline-block',
    fontWeight: tokens.fontWeightSemibold,
    '::first-letter': { textTransform: 'uppercase' },
  },
});

/** Every source that was part of the run: what it answered, what that is worth, and how long it took. */
export function SourceList({ report }: { readonly report: Report }) {
  const shared = useFoundStyles();
  return (
    <ul className={shared.list}>
      {heardSources(report)
        .filter(({ probe, answers }) => probe !== null || answers !== null)
        .map((source) => (
          <SourceItem key={source.name} source={source} />
        ))}
    </ul>
  );
}

/** A source has few answers; a hostile one may have many. */
const mostOrigins = 10;

function SourceItem({ source }: { readonly source: HeardSource }) {
  const styles = useStyles();
  const shared = useFoundStyles();
  const spoken = useSpoken();
  const { settings: words } = spoken.words.found;
  const origins = originsOf(source);
  const shown = origins.slice(0, mostOrigins);
  const rest = origins.length - shown.length;
  return (
    <li className={shared.item}>
      <Glyph tone={toneOf(source)} />
      <div className={shared.body}>
        <div>
          <span className={styles.name}>{words.sources[source.name]}:</span>{' '}
          <span>{[answerWords(source, spoken), ...worthOf(source, spoken)].join(' · ')}</span>
        </div>
        {faultsOf(source, spoken).map((title) => (
          <div key={title} className={shared.second}>
            {title}
          </div>
        ))}
        {shown.map((origin) => (
          <div key={origin} className={shared.second}>
            <Untrusted text={origin} limit={500} />
          </div>
        ))}
        {rest > 0 && <div className={shared.second}>{words.more(count(rest, spoken.locale))}</div>}
      </div>
    </li>
  );
}
