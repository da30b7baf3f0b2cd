import { explainStatus } from '../../problems/index.ts';
import type { PermissionReport, ReplyReport, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { repliesOf } from './problem.ts';
import { type TableRow, tableLines } from './table.ts';
import { wrap } from './wrap.ts';

const title = 'What the relay accepts';

/** What the relay takes from this person, and in a few words what it would take from a stranger. */
export function permissionSection(report: Report, width: number, verbose: boolean): Line[] {
  const { relayPermission } = report.chain;
  const mine = relayPermission.filter(({ authenticated }) => authenticated);
  const strangers = relayPermission.filter(({ authenticated }) => !authenticated);
  // Mail for its own people is taken from anybody at the ports that other gateways use, too.
  const isAsItShouldBe = strangers.every(({ scope, verdict }) => scope === 'internal' || verdict === 'refused');
  // A chain that is broken before the relay was asked for the person has something else to say.
  if (mine.length === 0 && isAsItShouldBe && !verbose) return [];
  const rows = mine.map((permission) => permissionRow(permission, report));
  const table = tableLines({ title, columns: ['recipient', 'scope', 'verdict', 'reply'], rows }, width);
  const heading: Line[] = [[], [{ text: title, tone: 'strong' }]];
  const words = groupsOf(strangers).flatMap((group) => wrap(strangerWords(group), width, 2, 4, 'quiet'));
  return [...(table.length > 0 || words.length === 0 ? table : heading), ...words];
}

/** What became of each recipient of a message, where the statement at the end does not say it for all of them. */
export function recipientSection(report: Report, width: number): Line[] {
  const recipients = report.chain.custody?.recipients ?? [];
  const isTold = recipients.length < 2 && recipients.every(({ reply }) => reply === null || isShown(reply, report));
  if (isTold || (recipients.length < 2 && recipients[0]?.state === 'accepted')) return [];
  const rows = recipients.map(({ address, state, reply, dsn }): TableRow => {
    const below = replyDetails(state, reply, report);
    return { cells: [address, state, dsn ? 'asked for' : '', replyCode(reply)], below };
  });
  return tableLines({ title: 'Recipients', columns: ['address', 'state', 'delivery report', 'reply'], rows }, width);
}

const verdicts: Readonly<Record<PermissionReport['verdict'], string>> = {
  accepted: 'accepted',
  refused: 'refused',
  deferred: 'put off',
  'not-checked': 'not checked',
};

function permissionRow({ recipient, scope, verdict, reply }: PermissionReport, report: Report): TableRow {
  return {
    cells: [recipient, scope, verdicts[verdict], replyCode(reply)],
    below: replyDetails(verdict, reply, report),
  };
}

/** Those with the same verdict and the same status, together. */
function groupsOf(permissions: readonly PermissionReport[]): PermissionReport[][] {
  const groups = new Map<string, PermissionReport[]>();
  for (const permission of permissions) {
    const key = `${permission.verdict} ${replyCode(permission.reply)}`;
    groups.set(key, [...(groups.get(key) ?? []), permission]);
  }
  return [...groups.values()];
}

function strangerWords(group: readonly PermissionReport[]): string {
  const [first] = group;
  const who = group.map(({ recipient }) => recipient).join(', ');
  const status = replyCode(first?.reply ?? null);
  const meaning = first?.verdict === 'accepted' ? null : explainStatus(first?.reply?.enhanced ?? '')?.meaning;
  const reply = status === '' ? '' : ` (${status}${meaning ? `: ${meaning}` : ''})`;
  return `Without signing in: ${verdicts[first?.verdict ?? 'not-checked']} for ${who}${reply}`;
}

function replyCode(reply: ReplyReport | null): string {
  return reply === null ? '' : [reply.code, reply.enhanced].filter((part) => part !== null).join(' ');
}

/** What the server said, unless a problem above has quoted it already. */
function replyDetails(verdict: string, reply: ReplyReport | null, report: Report): NonNullable<TableRow['below']> {
  if (reply === null || verdict === 'accepted' || isShown(reply, report)) return [];
  return [
    ['the server said', reply.text],
    ['which means', reply.meaning ?? ''],
  ];
}

function isShown({ text }: ReplyReport, { probes }: Report): boolean {
  const told = probes.flatMap(({ problems }) => problems.flatMap(repliesOf));
  return told.some((words) => words.includes(text));
}
