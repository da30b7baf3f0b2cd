import { makeStyles, tokens } from '@fluentui/react-components';
import type { PermissionReport } from '../../../../src/run/index.ts';
import { StatusMark } from '../../../kit/status-mark.tsx';
import { Untrusted } from '../../../kit/untrusted.tsx';
import { useWords } from '../../../words/context.tsx';
import type { Words } from '../../../words/words.ts';
import { type Column, DataTable } from '../shared/data-table.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { statusCode, statusMeaning } from '../shared/status-meaning.ts';
import type { ViewProps } from '../shared/view-props.ts';
import { whyNothing } from '../shared/why-nothing.ts';

const useStyles = makeStyles({
  verdict: { whiteSpace: 'nowrap' },
  aside: { display: 'block', color: tokens.colorNeutralForeground2, whiteSpace: 'normal' },
});

/** Who may send to whom over the relay, signed in and as a stranger, and with which words it answered. */
export function PermissionTable({ report }: ViewProps) {
  const all = useWords();
  const { permissions: words } = all.views;
  const { relayPermission } = report.chain;
  if (relayPermission.length === 0)
    return <EmptyState text={whyNothing(report, 'relay.permission', words.notAsked, all)} />;
  return <DataTable caption={words.title} columns={columnsOf(all)} rows={relayPermission} />;
}

function columnsOf(all: Words): readonly Column<PermissionReport>[] {
  const { permissions: words } = all.views;
  return [
    { id: 'whom', header: words.whom, untrusted: true, text: ({ recipient }) => recipient },
    {
      id: 'verdict',
      header: words.verdict,
      text: (permission) => [words.verdicts[permission.verdict], remark(permission, words)].filter(Boolean).join(', '),
      show: (permission) => <Verdict permission={permission} />,
    },
    { id: 'as', header: words.as, text: ({ authenticated }) => (authenticated ? words.signedIn : words.stranger) },
    { id: 'scope', header: words.scope, text: ({ scope }) => words.scopes[scope] },
    { id: 'code', header: words.code, text: ({ reply }) => (reply === null ? '–' : statusCode(reply)) },
    {
      id: 'meaning',
      header: words.meaning,
      wide: true,
      text: ({ reply }) => (reply === null ? '' : statusMeaning(reply, all)),
    },
    {
      id: 'text',
      header: words.text,
      wide: true,
      text: ({ reply }) => reply?.text ?? '',
      show: ({ reply }) => reply !== null && <Untrusted text={reply.text} limit={300} />,
    },
    { id: 'who', header: words.who, untrusted: true, text: ({ sender }) => sender },
  ];
}

function Verdict({ permission }: { readonly permission: PermissionReport }) {
  const styles = useStyles();
  const { permissions: words } = useWords().views;
  const aside = remark(permission, words);
  return (
    <span className={styles.verdict}>
      <span aria-hidden>
        <StatusMark state={stateOf(permission)} />
      </span>
      {words.verdicts[permission.verdict]}
      {aside !== '' && <span className={styles.aside}>{aside}</span>}
    </span>
  );
}

/** Whether an answer to a stranger is the one that is wanted; it is not obvious from the word. */
function remark({ authenticated, scope, verdict }: PermissionReport, words: Words['views']['permissions']): string {
  if (authenticated) return '';
  if (verdict === 'refused') return words.good;
  return verdict === 'accepted' && scope === 'external' ? words.openRelay : '';
}

function stateOf({ authenticated, scope, verdict }: PermissionReport) {
  if (verdict === 'not-checked') return 'unknown';
  if (verdict === 'deferred') return 'warned';
  if (!authenticated) return verdict === 'accepted' && scope === 'external' ? 'warned' : 'passed';
  return verdict === 'accepted' ? 'passed' : 'failed';
}
