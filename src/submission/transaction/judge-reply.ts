import type { Problem } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { MailAddress } from '../address/mailbox.ts';
import { enhancedCode, type Reply, replyClass, replyEvidence } from '../session/reply.ts';
import { isAccepted } from './envelope.ts';
import { tooLarge } from './size.ts';

/** What a reply to MAIL or RCPT is about. */
export interface Question {
  readonly host: string;
  readonly sender: MailAddress;
  readonly recipient: MailAddress;
  /** Whether the recipient is the relay's own business, or mail for it has to go on to others. */
  readonly scope: 'internal' | 'external';
  /** Of the message, in octets, when there is one. */
  readonly size?: number;
  /** What the server named as its limit (RFC 1870). */
  readonly limit: number | null;
}

/** Exim, Exchange, Sendmail and Postfix in their own words; many give `550` or `554` without a status code. */
const relayWords = /relay/i;
const senderWords = /\bsender\b|send as|sending address|not owned by/i;
const recipientWords = /recipient address rejected/i;
const greyWords = /gr[ea]y-?list/i;

/** What the reply to RCPT means for its recipient; null when it was accepted. Total. */
export function recipientProblem(reply: Reply, question: Question): Problem | null {
  if (isAccepted(reply)) return null;
  const { host, sender, recipient, scope } = question;
  const details = { evidence: [replyEvidence(reply)] };
  const about = { recipient: recipient.text, host };
  if (replyClass(reply) < 4) return problem('smtp.protocol-error', { host, expected: 'a reply to RCPT' }, details);
  if (replyClass(reply) === 4) return deferral(reply, question);
  if (isAboutSize(reply)) return tooLarge(question, details.evidence);
  if (isAboutSender(reply)) return problem('smtp.sender-refused', { sender: sender.text, host }, details);
  if (needsUnicode(reply)) return problem('smtp.unicode-not-supported', { address: recipient.text, host }, details);
  const denied = scope === 'external' && isAboutRelaying(reply);
  return denied ? problem('smtp.relay-denied', about, details) : problem('smtp.recipient-refused', about, details);
}

/** What the reply to MAIL means; null when it was accepted. Total. */
export function senderProblem(reply: Reply, question: Question): Problem | null {
  if (isAccepted(reply)) return null;
  const { host, sender } = question;
  const details = { evidence: [replyEvidence(reply)] };
  if (replyClass(reply) === 4) return deferral(reply, question);
  if (replyClass(reply) < 4 || isAboutSyntax(reply)) {
    return problem('smtp.protocol-error', { host, expected: 'a reply to MAIL' }, details);
  }
  if (isAboutSize(reply)) return tooLarge(question, details.evidence);
  if (needsUnicode(reply)) return problem('smtp.unicode-not-supported', { address: sender.text, host }, details);
  return problem('smtp.sender-refused', { sender: sender.text, host }, details);
}

/** Not now. Greylisting is a matter of waiting, a full mailbox one of its owner; the rest is the service's trouble. */
export function deferral(reply: Reply, { host, recipient }: Pick<Question, 'host' | 'recipient'>): Problem {
  const details = { evidence: [replyEvidence(reply)] };
  const about = { recipient: recipient.text, host };
  if (enhancedCode(reply) === '4.2.2') return problem('smtp.mailbox-full', about, details);
  return isGreylisting(reply)
    ? problem('smtp.greylisted', about, details)
    : problem('smtp.service-unavailable', { host }, details);
}

/** RFC 6647 2.1: 450 or 451, mostly with 4.7.1 or 4.2.0. */
function isGreylisting(reply: Reply): boolean {
  if (reply.code !== 450 && reply.code !== 451) return false;
  return ['4.7.0', '4.7.1', '4.2.0'].includes(enhancedCode(reply) ?? '') || greyWords.test(textOf(reply));
}

function isAboutSize(reply: Reply): boolean {
  const status = enhancedCode(reply);
  return status === '5.3.4' || status === '5.2.3' || (reply.code === 552 && status === null);
}

/** Postfix by default keeps what it holds against a sender until the first recipient. */
function isAboutSender(reply: Reply): boolean {
  if (['5.1.7', '5.1.8', '5.7.60'].includes(enhancedCode(reply) ?? '')) return true;
  return senderWords.test(textOf(reply)) && !recipientWords.test(textOf(reply));
}

/** Who names the recipient as the reason has nothing against relaying as such. */
function isAboutRelaying(reply: Reply): boolean {
  if (relayWords.test(textOf(reply)) || reply.code === 530) return true;
  return /^5\.7\./.test(enhancedCode(reply) ?? '') && !recipientWords.test(textOf(reply));
}

/** RFC 6531 3.5. */
function needsUnicode(reply: Reply): boolean {
  return ['5.6.7', '5.6.9'].includes(enhancedCode(reply) ?? '');
}

/** The server did not understand us: our fault or a middlebox, not the sender's. */
function isAboutSyntax(reply: Reply): boolean {
  return [500, 502, 503, 504, 555].includes(reply.code);
}

function textOf({ lines }: Reply): string {
  return lines.join(' ');
}
