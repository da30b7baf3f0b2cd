import { cutText } from '../../core/index.ts';
import type { DeliveryNotice } from '../../run/index.ts';
import { type Field, fieldsOf, idsIn, textIn } from './headers.ts';
import { partsOf, typeOf } from './parts.ts';

/** What a delivery status notification says (RFC 3464). Anybody can write one: it is the word of whoever sent it. */
export interface DeliveryReport {
  /** Identifiers of the messages that it may be about. */
  readonly about: readonly string[];
  readonly recipients: readonly NoticedRecipient[];
}

export interface NoticedRecipient {
  /** The address as the sender wrote it and as it ended up, in lower case. */
  readonly addresses: readonly string[];
  readonly notice: DeliveryNotice;
}

const actions: readonly DeliveryNotice['action'][] = ['delivered', 'relayed', 'expanded', 'delayed', 'failed'];
const mostRecipients = 100;
const longestText = 1_000;

/** Reads a report out of a message's source; null when it is none. */
export function readDeliveryReport(source: string): DeliveryReport | null {
  const fields = fieldsOf(source);
  if (typeOf(fields) !== 'multipart/report') return null;
  const parts = partsOf(source, fields);
  const status = parts.find(
    ({ type }) => type === 'message/delivery-status' || type === 'message/global-delivery-status',
  );
  if (status === undefined) return null;
  const original = parts.find(({ type }) => /^(?:message\/(?:rfc822|global)|text\/rfc822)(?:-headers)?$/.test(type));
  const about = [
    ...idsIn(textIn(fieldsOf(original?.body ?? ''), 'message-id')),
    ...idsIn(textIn(fields, 'in-reply-to')),
    ...idsIn(textIn(fields, 'references')),
  ];
  const [message = [], ...recipients] = groupsOf(status.body);
  const reportedBy = textOf(message, 'reporting-mta');
  return { about, recipients: recipients.slice(0, mostRecipients).flatMap((group) => recipientOf(group, reportedBy)) };
}

/** The per-message fields, then those of each recipient (RFC 3464 2.1). */
function groupsOf(body: string): Field[][] {
  const groups = body.trim().split(/\r?\n(?:[ \t]*\r?\n)+/, mostRecipients + 1);
  return groups.map((group) => fieldsOf(group));
}

function recipientOf(group: readonly Field[], reportedBy: string | null): NoticedRecipient[] {
  const told = textIn(group, 'action').toLowerCase();
  const action = actions.find((one) => told === one);
  const names = [textOf(group, 'original-recipient'), textOf(group, 'final-recipient')];
  const addresses = names.flatMap((name) => (name === null ? [] : [name.toLowerCase()]));
  if (action === undefined || addresses.length === 0) return [];
  const status = /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/.exec(textIn(group, 'status'))?.[0] ?? null;
  const diagnostic = textOf(group, 'diagnostic-code');
  const remoteMta = textOf(group, 'remote-mta');
  return [{ addresses, notice: { action, status, diagnostic, remoteMta, reportedBy } }];
}

/** Fields such as `dns; mx.example` or `rfc822; a@b.example`: what stands behind the type. */
function textOf(fields: readonly Field[], name: string): string | null {
  const text = textIn(fields, name)
    .replace(/^[\w-]{1,30}\s*;/, '')
    .trim();
  return text === '' ? null : cutText(text, longestText);
}
