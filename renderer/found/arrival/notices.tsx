import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../../src/core/index.ts';
import type { CustodyReport, DeliveryNotice } from '../../../src/run/index.ts';
import { Paged } from '../../kit/paged.tsx';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';
import { Glyph, type Tone } from '../glyph.tsx';
import { useFoundStyles } from '../styles.ts';
import { noticeFacts } from './notice-facts.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, userSelect: 'text' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  address: { fontWeight: tokens.fontWeightSemibold },
});

export const noticeTones: Readonly<Record<DeliveryNotice['action'], Tone>> = {
  delivered: 'good',
  relayed: 'good',
  expanded: 'good',
  delayed: 'warning',
  failed: 'bad',
};

interface Props {
  readonly custody: CustodyReport;
  /** Of its heading. */
  readonly level?: 2 | 3;
}

/** What delivery notices say, recipient by recipient; nothing where none was asked for and none came. */
export function Notices({ custody, level = 3 }: Props) {
  const styles = useStyles();
  const { words } = useSpoken();
  const told = custody.recipients.filter(({ dsn, notice }) => dsn || notice !== null);
  const Heading = `h${level}` as const;
  if (told.length === 0) return null;
  return (
    <section className={styles.view} aria-label={words.found.notices.title}>
      <Heading className={styles.title}>{words.found.notices.title}</Heading>
      <Paged items={told}>{(page) => <NoticeList recipients={page.map(({ item }) => item)} />}</Paged>
    </section>
  );
}

function NoticeList({ recipients }: Pick<CustodyReport, 'recipients'>) {
  const styles = useStyles();
  const shared = useFoundStyles();
  const { words } = useSpoken();
  return (
    <ul className={shared.list}>
      {recipients.map(({ address, notice }) => (
        <li key={address} className={shared.item}>
          <Glyph tone={notice === null ? 'quiet' : noticeTones[notice.action]} />
          <div className={shared.body}>
            <div>
              <bdi className={styles.address}>{visible(address, 320)}</bdi>:{' '}
              {notice === null ? words.found.notices.none : words.found.notices.actions[notice.action]}
            </div>
            {notice !== null && <NoticeDetail notice={notice} />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Whose word it is, its status, and the answer that it is about. */
export function NoticeDetail({ notice }: { readonly notice: DeliveryNotice }) {
  const shared = useFoundStyles();
  const { words } = useSpoken();
  return (
    <>
      <div className={shared.second}>
        {noticeFacts(notice, words)
          .map(({ name, value }) => `${name}: ${value}`)
          .join(' · ')}
      </div>
      {notice.diagnostic !== null && <Untrusted text={notice.diagnostic} limit={500} />}
    </>
  );
}
