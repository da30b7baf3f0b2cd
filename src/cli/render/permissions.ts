import type { PermissionReport, ReplyReport, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { type TableRow, tableLines } from './table.ts';

/** What the relay takes from this person, and what it would take from a stranger. */
export function permissionSection({ chain: { relayPermission } }: Report, width: number): Line[] {
  const columns = ['recipient', 'scope', 'signed in', 'verdict', 'reply'];
  return tableLines({ title: 'What the relay accepts', columns, rows: relayPermission.map(permissionRow) }, width);
}

/** What became of each recipient of a message, where the statement at the end does not say it for all of them. */
export function recipientSection({ chain: { custody } }: Report, width: number): Line[] {
  const recipients = custody?.recipients ?? [];
  if (recipients.length < 2 && recipients.every(({ state }) => state === 'accepted')) return [];
  const rows = recipients.map(({ address, state, reply, dsn }): TableRow => {
    return { cells: [address, state, dsn ? 'asked for' : '', replyCode(reply)], below: replyDetails(state, reply) };
  });
  return tableLines({ title: 'Recipients', columns: ['address', 'state', 'delivery report', 'reply'], rows }, width);
}

/** That strangers are refused is as it should be: what the server said to them is left to the transcript. */
function permissionRow({ recipient, authenticated, scope, verdict, reply }: PermissionReport): TableRow {
  const words = verdict === 'not-checked' ? 'not checked' : verdict;
  return {
    cells: [recipient, scope, authenticated ? 'yes' : 'no', words, replyCode(reply)],
    below: authenticated ? replyDetails(verdict, reply) : replyDetails(verdict, reply).slice(1),
  };
}

function replyCode(reply: ReplyReport | null): string {
  return reply === null ? '' : [reply.code, reply.enhanced].filter((part) => part !== null).join(' ');
}

function replyDetails(verdict: string, reply: ReplyReport | null): NonNullable<TableRow['below']> {
  if (reply === null || verdict === 'accepted') return [];
  return [
    ['the server said', reply.text],
    ['which means', reply.meaning ?? ''],
  ];
}
