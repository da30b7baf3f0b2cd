import { relayName } from '../dns/records.ts';
import { headOf } from '../message.ts';

/** What has become of a message for one recipient. */
export interface Fate {
  readonly recipient: string;
  readonly action: 'delivered' | 'relayed' | 'failed';
  /** RFC 3463. */
  readonly status: string;
  /** The last reply of the next server; null where there was none. */
  readonly reply: string | null;
}

const boundary = 'waypost-lab-notice';

/** A delivery status notification (RFC 3464, RFC 6522) about a message, with its head. */
export function deliveryNotice(about: Buffer, to: string, queueId: string, fate: Fate, now = new Date()): Buffer {
  const { recipient, action, status, reply } = fate;
  const date = now.toUTCString().replace('GMT', '+0000');
  const lines = [
    `From: Mail Delivery System <MAILER-DAEMON@${relayName}>`,
    `To: ${to}`,
    `Subject: ${action === 'failed' ? 'Undelivered Mail Returned to Sender' : 'Successful Mail Delivery Report'}`,
    `Date: ${date}`,
    `Message-ID: <${queueId}@${relayName}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `This is the mail system at host ${relayName}: ${action}, ${recipient}.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${relayName}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(reply === null ? [] : [`Diagnostic-Code: smtp; ${reply.replace(/[\r\n]+/g, ' ').slice(0, 500)}`]),
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    headOf(about).trimEnd(),
    '',
    `--${boundary}--`,
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'latin1');
}
