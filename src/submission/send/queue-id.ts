/**
 * How servers name the queue entry in their reply to the final dot, after the enhanced status code. Ids are taken only in
 * the characters that the program really uses: the text is untrusted, and an id ends up in sentences.
 */
const forms: readonly RegExp[] = [
  // Postfix, Zimbra, Haraka; content filters in front of one repeat its reply.
  /\bqueued as ([0-9A-Za-z.-]{5,40})(?=\W|$)/,
  // Exim
  /^OK id=([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4})(?=\s|$)/,
  // Exchange and Exchange Online
  /\[InternalId=(\d{1,20}), ?Hostname=[^\]]*\].*\bQueued mail for delivery/,
  // Sendmail, OpenSMTPD, Kerio Connect
  /^([0-9A-Za-z-]{8,24}) Message accepted for delivery/,
  // Dovecot's LMTP, whose reply its submission service passes on
  /^(?:<[^<>\s]+> )?([0-9A-Za-z+/.:]{16,40}) Saved\b/,
  // Stalwart
  /^Message queued with id ([0-9a-f]{6,20})(?=\W|$)/,
  // Gmail
  /^OK:? +\d{9,11} ([0-9A-Za-z.-]{10,80}) - gsmtp/,
  // qmail
  /^ok \d{9,11} qp (\d{1,10})(?=\s|$)/,
  // Amazon SES
  /^Ok ([0-9a-f]{16}-[0-9a-f]{8}-[0-9a-f-]{20,40})(?=\s|$)/,
  // Courier
  /^Ok\. ([0-9A-F]{8,16}\.[0-9A-F.]{8,40})(?=\s|$)/,
];

/**
 * The queue id in the reply to a message.
 *
 * @param text the reply without its codes
 * @returns null when the server names none, or in a form that is not known
 */
export function queueIdIn(text: string): string | null {
  for (const form of forms) {
    const id = form.exec(text)?.[1];
    if (id !== undefined) return id;
  }
  return null;
}
