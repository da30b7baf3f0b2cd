import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../../src/core/index.ts';
import type { RankedServer } from '../../../src/run/index.ts';
import { Fold } from '../../kit/fold.tsx';
import { Paged } from '../../kit/paged.tsx';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';
import { Glyph } from '../glyph.tsx';
import { useFoundStyles } from '../styles.ts';
import { foreignWords, namersOf, reasonWords, serviceWords, signInFacts } from './server-words.ts';

const useStyles = makeStyles({
  host: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  sources: { margin: 0, padding: 0, listStyleType: 'none' },
});

const tones = { chosen: 'good', possible: 'quiet', rejected: 'bad' } as const;

/** Servers, the best first: each with one sentence on why it stands where it stands. */
export function ServerList({ servers }: { readonly servers: readonly RankedServer[] }) {
  const shared = useFoundStyles();
  return (
    <Paged items={servers}>
      {(page) => (
        <ul className={shared.list}>
          {page.map(({ item, place }) => (
            <ServerItem key={place} server={item} />
          ))}
        </ul>
      )}
    </Paged>
  );
}

function ServerItem({ server }: { readonly server: RankedServer }) {
  const styles = useStyles();
  const shared = useFoundStyles();
  const spoken = useSpoken();
  const { settings: words } = spoken.words.found;
  return (
    <li className={shared.item}>
      <Glyph tone={tones[server.verdict]} />
      <div className={shared.body}>
        <bdi className={styles.host}>{visible(server.host, 300)}</bdi>
        <div className={shared.second}>{serviceWords(server, spoken)}</div>
        <div>{[reasonWords(server, spoken), foreignWords(server, spoken)].join(' ').trim()}</div>
        <Fold label={words.namedBy(namersOf(server, spoken))}>
          <Paged items={server.sources}>
            {(page) => (
              <ul className={styles.sources}>
                {page.map(({ item: { source, origin, trust }, place }) => (
                  <li key={place} className={shared.second}>
                    {words.sources[source]}, {words.trusts[trust]}
                    <br />
                    <Untrusted text={origin} limit={500} />
                  </li>
                ))}
              </ul>
            )}
          </Paged>
          {signInFacts(server, spoken).map(({ name, value }) => (
            <div key={name} className={shared.second}>
              {name}: {value}
            </div>
          ))}
        </Fold>
      </div>
    </li>
  );
}
