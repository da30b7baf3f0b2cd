import type { PermissionReport, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { tableLines } from './table.ts';

const columns = ['recipient', 'signed in', 'scope', 'verdict', 'reply', 'meaning'];

/** What the relay takes from this person, and what it would take from a stranger. */
export function permissionSection({ chain: { relayPermission } }: Report, width: number): Line[] {
  return tableLines({ title: 'What the relay accepts', columns, rows: relayPermission.map(rowOf) }, width);
}

function rowOf({ recipient, authenticated, scope, verdict, reply }: PermissionReport): string[] {
  return [
    recipient,
    authenticated ? 'yes' : 'no',
    scope,
    verdict === 'not-checked' ? 'not checked' : verdict,
    reply === null ? '' : [reply.code, reply.enhanced].filter((part) => part !== null).join(' '),
    verdict === 'accepted' ? '' : (reply?.meaning ?? ''),
  ];
}
