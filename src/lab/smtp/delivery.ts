import { mailboxName, relayName } from '../dns/records.ts';
import { inbox, junk } from '../imap/folders.ts';
import type { LabSettings } from '../settings.ts';
import { type Mailboxes, newQueueId, receivedField } from './mailbox.ts';
import { deliveryNotice, type Fate } from './notice.ts';
import { isLocal } from './policy.ts';

/** Puts a message into somebody's mailbox, as the server that keeps it does: one hop more. */
export function deliver(
  { queueId, from, to, raw }: Parameters<Mailboxes['store']>[0],
  delivery: LabSettings['delivery'],
  mailboxes: Mailboxes,
): void {
  const trace = receivedField(relayName, mailboxName, 'LMTPS', queueId);
  const returnPath = Buffer.from(`Return-Path: <${from}>\r\n`);
  const kept = { queueId, from, to, raw: Buffer.concat([returnPath, trace, raw]) };
  mailboxes.store(kept, delivery === 'junk' ? junk : inbox);
}

/**
 * Tells the sender what has become of a message, where they want to know (RFC 3461 4.1): of a failure unless they said
 * otherwise, of success only when they asked. Nobody is told about a notice.
 */
export function tell(from: string, notify: readonly string[], raw: Buffer, fate: Fate, mailboxes: Mailboxes): void {
  const wanted = notify.length === 0 ? ['FAILURE'] : notify;
  if (!isLocal(from) || !wanted.includes(fate.action === 'failed' ? 'FAILURE' : 'SUCCESS')) return;
  const queueId = newQueueId();
  deliver({ queueId, from: '', to: from, raw: deliveryNotice(raw, from, queueId, fate) }, 'inbox', mailboxes);
}
