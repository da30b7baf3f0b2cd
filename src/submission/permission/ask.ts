import type { Problem } from '../../core/index.ts';
import type { Talk } from '../../net/index.ts';
import type { PermissionReport } from '../../run/index.ts';
import type { MailAddress } from '../address/mailbox.ts';
import { commands } from '../session/command.ts';
import { type Reply, replyClass, replyReport } from '../session/reply.ts';
import type { SmtpSession } from '../session/session.ts';
import { type EnvelopeReplies, isAccepted, lossOf, sayEnvelope } from '../transaction/envelope.ts';
import { type Question, recipientProblem, senderProblem } from '../transaction/judge-reply.ts';
import { mailFrom, rcptTo } from '../transaction/parameters.ts';

export interface PermissionQuestion {
  readonly address: MailAddress;
  readonly scope: 'internal' | 'external';
}

export interface Finding {
  readonly report: PermissionReport;
  /** null: accepted, or not answered. */
  readonly found: Problem | null;
}

export interface PermissionAnswer {
  /** One for each recipient, in the order of the question. */
  readonly findings: readonly Finding[];
  /** Set when the session was lost on the way; some verdicts are `not-checked` then. */
  readonly lost: Problem | null;
}

interface Inquiry {
  readonly session: SmtpSession;
  readonly sender: MailAddress;
  readonly recipients: readonly PermissionQuestion[];
  readonly authenticated: boolean;
}

/** MAIL, RCPT for each, RSET: one round trip where the server offers PIPELINING. No message is ever begun. */
export async function askPermission(inquiry: Inquiry, talk: Talk): Promise<PermissionAnswer> {
  const { session, sender, recipients } = inquiry;
  const utf8 = [sender, ...recipients.map(({ address }) => address)].some(({ needsUtf8 }) => needsUtf8);
  const said = await sayEnvelope(
    session,
    {
      mail: mailFrom(sender, { utf8 }),
      recipients: recipients.map(({ address }) => rcptTo(address)),
      last: commands.reset,
      lastInAnyCase: true,
    },
    talk,
  );
  return {
    findings: recipients.map((recipient, i) => judge(inquiry, recipient, said, said.recipients[i] ?? null)),
    lost: lossOf(said, session.peer, 'replies to MAIL, RCPT and RSET'),
  };
}

function judge(
  { session, sender, authenticated }: Inquiry,
  { address, scope }: PermissionQuestion,
  said: EnvelopeReplies,
  own: Reply | null,
): Finding {
  const { peer, capabilities } = session;
  const question: Question = { host: peer.host, sender, recipient: address, scope, limit: capabilities.sizeLimit };
  const refusedSender = said.mail === null ? null : senderProblem(said.mail, question);
  // Once the sender is refused, the answers to RCPT are about the order of commands and tell nothing.
  const reply = refusedSender === null ? own : said.mail;
  const found = refusedSender ?? (own === null ? null : recipientProblem(own, question));
  const report: PermissionReport = {
    sender: sender.text,
    recipient: address.text,
    scope,
    authenticated,
    verdict: verdictOf(reply),
    reply: reply === null ? null : replyReport(reply),
  };
  return { report, found };
}

function verdictOf(reply: Reply | null): PermissionReport['verdict'] {
  if (reply === null) return 'not-checked';
  if (isAccepted(reply)) return 'accepted';
  if (replyClass(reply) === 4) return 'deferred';
  return replyClass(reply) === 5 ? 'refused' : 'not-checked';
}
