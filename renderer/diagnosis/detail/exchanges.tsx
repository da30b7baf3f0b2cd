import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Exchange } from '../../../src/run/index.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { duration } from '../../kit/format.ts';
import { Paged } from '../../kit/paged.tsx';
import { exchangeLine } from '../../kit/report-text/exchange-line.ts';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between' },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  exchange: {
    paddingBlock: tokens.spacingVerticalXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 56px',
  },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly exchanges: readonly Exchange[];
}

/** What was asked whom, what was answered, and how long that took. */
export const Exchanges = memo(function Exchanges({ exchanges }: Props) {
  const styles = useStyles();
  const { words, locale } = useSpoken();
  const { asked } = words.diagnosis.detail;
  return (
    <section>
      <div className={styles.head}>
        <Text as="h3" size={300} weight="semibold" className={styles.heading}>
          {asked}
        </Text>
        <CopyButton
          size="small"
          appearance="subtle"
          text={() => exchanges.map((one) => exchangeLine(one, words, locale)).join('\n')}
        />
      </div>
      <Paged items={exchanges}>
        {(page) => (
          <ol className={styles.list}>
            {page.map(({ item, place }) => (
              <OneExchange key={place} exchange={item} />
            ))}
          </ol>
        )}
      </Paged>
    </section>
  );
});

const OneExchange = memo(function OneExchange({ exchange }: { readonly exchange: Exchange }) {
  const styles = useStyles();
  const { words, locale } = useSpoken();
  const { after, roundTrips } = words.diagnosis.detail;
  const facts = [
    exchange.protocol.toUpperCase(),
    after(duration(exchange.startedAt, locale)),
    duration(exchange.duration, locale),
    ...(exchange.roundTrips > 0 ? [roundTrips(exchange.roundTrips)] : []),
  ];
  return (
    <li className={styles.exchange}>
      <div className={styles.facts}>
        <Untrusted text={exchange.peer} limit={300} /> · {facts.join(' · ')}
      </div>
      <div>
        <Untrusted text={exchange.asked} />
      </div>
      <div>
        <span aria-hidden>→ </span>
        <Untrusted text={exchange.answered} />
      </div>
    </li>
  );
});
