import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { visible } from '../../src/core/index.ts';
import type { CustodyReport, LinkState } from '../../src/run/index.ts';
import { Glyph, NoticeDetail, noticeTones } from '../found/index.ts';
import { hiddenVisually } from '../kit/hidden.ts';
import { StatusMark } from '../kit/status-mark.tsx';
import { Untrusted } from '../kit/untrusted.tsx';
import { useWords } from '../words/context.tsx';
import { replyMeaning, replyText } from './reply-meaning.ts';

type Recipient = CustodyReport['recipients'][number];
type State = Recipient['state'] | 'waiting' | 'untried';

const marks: Readonly<Record<State, LinkState>> = {
  accepted: 'passed',
  refused: 'failed',
  deferred: 'warned',
  uncertain: 'unknown',
  waiting: 'waiting',
  untried: 'skipped',
};

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', userSelect: 'text', tableLayout: 'fixed' },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'normal',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  head: { color: tokens.colorNeutralForeground2, borderTop: 'none' },
  state: { width: '22%' },
  reply: { width: '44%' },
  notice: { paddingTop: tokens.spacingVerticalXS },
});

interface Props {
  /** In the order in which they were asked for. */
  readonly recipients: readonly string[];
  readonly custody: CustodyReport | null;
  readonly over: boolean;
}

/** What was answered for each recipient: the same rows while it runs and after. */
export function RecipientTable({ recipients, custody, over }: Props) {
  const styles = useStyles();
  const { message: words } = useWords();
  const answered = custody?.recipients ?? [];
  return (
    <table className={styles.table}>
      <caption style={hiddenVisually}>{words.table.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.cell, styles.head)}>
            {words.table.recipient}
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.state)}>
            {words.table.state}
          </th>
          <th scope="col" className={mergeClasses(styles.cell, styles.head, styles.reply)}>
            {words.table.reply}
          </th>
        </tr>
      </thead>
      <tbody>
        {recipients.map((address) => {
          const answer = answered.find((one) => one.address === address);
          const state = answer?.state ?? (over ? 'untried' : 'waiting');
          return (
            <tr key={address}>
              <th scope="row" className={styles.cell}>
                <bdi>{visible(address, 320)}</bdi>
              </th>
              <td className={styles.cell}>
                <StatusMark state={marks[state]} /> {words.table.states[state]}
              </td>
              <td className={styles.cell}>
                <Answer recipient={answer} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Answer({ recipient }: { readonly recipient: Recipient | undefined }) {
  const styles = useStyles();
  const { message: words, found } = useWords();
  if (recipient === undefined) return '–';
  const { reply, dsn, notice } = recipient;
  if (reply === null) return words.table.noReply;
  return (
    <>
      <Untrusted text={replyText(reply)} limit={500} />
      <br />
      {replyMeaning(reply, words)}
      {dsn && `; ${words.table.noticeAsked}`}
      {notice !== null && (
        <div className={styles.notice}>
          <Glyph tone={noticeTones[notice.action]} /> {words.table.notice(found.notices.actions[notice.action])}
          <NoticeDetail notice={notice} />
        </div>
      )}
    </>
  );
}
