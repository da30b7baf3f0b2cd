/** The identifier of the message that the reports are about. */
export const original = '<probe-1@client.corp.example>';

/** A delivery status notification as Postfix writes it, with the lines about its recipients. */
export function bounce(...recipients: readonly string[]): string {
  return [
    'From: MAILER-DAEMON@mail.corp.example',
    'Message-ID: <bounce-1@mail.corp.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="b"',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--b',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mail.corp.example.',
    '--b',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    'Content-Transfer-Encoding: 7bit',
    '',
    'Reporting-MTA: dns; mail.corp.example',
    'X-Postfix-Queue-ID: 4XYZ1',
    '',
    ...recipients,
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    'From: alice@corp.example',
    `Message-ID: ${original}`,
    '',
    '--b--',
    '',
  ].join('\r\n');
}
