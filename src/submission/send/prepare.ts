import type { Problem } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import { commands } from '../session/command.ts';
import type { EnvelopeCommands } from '../transaction/envelope.ts';
import { mailFrom, rcptTo } from '../transaction/parameters.ts';
import { tooLarge } from '../transaction/size.ts';
import type { Submission } from './submission.ts';

/** What makes it pointless to begin, by what the server said in its answer to EHLO; null when nothing does. */
export function obstacleTo(submission: Submission): Problem | null {
  const { relay, sender, recipients, message, requireTls } = submission;
  const { session } = relay;
  const { host } = relay.relay;
  if (requireTls && !session.offers('REQUIRETLS')) return problem('smtp.requiretls-not-offered', { host });
  const limit = session.capabilities.sizeLimit;
  if (limit !== null && message.bytes.length > limit) return tooLarge({ host, size: message.bytes.length, limit });
  if (session.offers('SMTPUTF8') || !needsUtf8(submission)) return null;
  const address = [sender, ...recipients].find((one) => one.needsUtf8) ?? sender;
  return problem('smtp.unicode-not-supported', { address: address.text, host });
}

/** MAIL with what the message needs and the server offers, RCPT for each recipient, DATA. */
export function envelopeFor(submission: Submission): EnvelopeCommands {
  const { relay, sender, recipients, message, requestDsn, requireTls } = submission;
  const { session } = relay;
  const dsn = requestDsn && session.offers('DSN');
  return {
    mail: mailFrom(sender, {
      ...(session.offers('SIZE') && { size: message.bytes.length }),
      ...(message.eightBit && session.offers('8BITMIME') && { body: '8BITMIME' }),
      utf8: needsUtf8(submission),
      requireTls,
      ...(dsn && { envelopeId: message.messageId.slice(1, -1) }),
    }),
    recipients: recipients.map((recipient) => rcptTo(recipient, { notify: dsn })),
    last: commands.data,
    lastInAnyCase: false,
  };
}

function needsUtf8({ sender, recipients, message }: Submission): boolean {
  return message.utf8 || [sender, ...recipients].some((address) => address.needsUtf8);
}
