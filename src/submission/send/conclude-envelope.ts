import type { Problem } from '../../core/index.ts';
import type { Talk } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import { replyProblem } from '../session/problem.ts';
import { type Reply, replyEvidence } from '../session/reply.ts';
import { type EnvelopeReplies, isAccepted, lossOf } from '../transaction/envelope.ts';
import { type Question, recipientProblem, senderProblem } from '../transaction/judge-reply.ts';
import type { SubmissionEnd } from './custody.ts';
import type { Submission } from './submission.ts';

/** How a submission ended, and what was wrong with it. */
export interface Conclusion {
  readonly end: SubmissionEnd;
  /** Why the message was not taken, or may not have been; null when it was. */
  readonly found: Problem | null;
  /** One for each recipient who was not accepted although the message was. */
  readonly refused: readonly Problem[];
  /** Replies to RCPT. */
  readonly envelope: readonly (Reply | null)[];
}

/** The server waits for the message. */
export interface GoAhead {
  readonly end: null;
  readonly refused: readonly Problem[];
  readonly envelope: readonly (Reply | null)[];
}

/** What the replies to MAIL, RCPT and DATA mean. Only 354 to DATA lets the message go out. */
export async function concludeEnvelope(
  submission: Submission,
  said: EnvelopeReplies,
  talk: Talk,
): Promise<Conclusion | GoAhead> {
  const { session } = submission.relay;
  const { recipients: envelope } = said;
  const lost = lossOf(said, session.peer, 'replies to MAIL, RCPT and DATA');
  if (lost !== null) return { end: { state: 'not-sent', final: null }, found: lost, refused: [], envelope };
  const refusal = senderRefusal(submission, said);
  const refused = refusal === null ? recipientRefusals(submission, said) : [];
  const decisive = refusal ?? (envelope.some(isAccepted) ? null : firstRefusal(refused, said));
  if (decisive !== null) {
    if (said.last?.code === 354) await session.body(talk, { octets: Buffer.alloc(0), size: 0 });
    return { ...decisive, refused: [], envelope };
  }
  if (said.last?.code === 354) return { end: null, refused, envelope };
  return { ...dataRefusal(submission, said.last), refused: [], envelope };
}

type Decision = Pick<Conclusion, 'end' | 'found'>;

function senderRefusal(submission: Submission, { mail }: EnvelopeReplies): Decision | null {
  const [recipient = submission.sender] = submission.recipients;
  const found = mail === null ? null : senderProblem(mail, questionFor(submission, recipient));
  return mail === null || found === null ? null : { end: { state: 'refused', final: mail }, found };
}

function recipientRefusals(submission: Submission, { recipients }: EnvelopeReplies): Problem[] {
  return submission.recipients.flatMap((recipient, i) => {
    const reply = recipients[i] ?? null;
    const found = reply === null ? null : recipientProblem(reply, questionFor(submission, recipient));
    return found === null ? [] : [found];
  });
}

/** Nobody was accepted. RFC 2920 3.1: DATA may have been answered with 354 all the same; the caller sends a lone dot. */
function firstRefusal(refused: readonly Problem[], { recipients }: EnvelopeReplies): Decision | null {
  const final = recipients.find((reply) => reply !== null);
  const [found] = refused;
  return final && found ? { end: { state: 'refused', final }, found } : null;
}

/** A server that answers DATA with 250 has taken something, but not this message: it must not go on. */
function dataRefusal({ relay }: Submission, reply: Reply | null): Decision {
  const { session } = relay;
  const expected = 'reply 354 to DATA';
  const { host } = session.peer;
  if (reply === null) {
    const found = problem('smtp.protocol-error', { host, expected });
    return { end: { state: 'not-sent', final: null }, found };
  }
  if (reply.code >= 500) {
    const found = problem('smtp.message-refused', { host }, { evidence: [replyEvidence(reply)] });
    return { end: { state: 'refused', final: reply }, found };
  }
  if (reply.code < 400) session.drop(`${reply.code} to DATA`);
  const state = reply.code < 400 ? 'not-sent' : 'refused';
  return { end: { state, final: reply }, found: replyProblem(reply, session.peer, expected) };
}

/** Whom a refusal is about. Everybody outside the sender's domain is the relay's to pass on. */
export function questionFor({ relay, sender, message }: Submission, recipient: Question['recipient']): Question {
  const { peer, capabilities } = relay.session;
  const inside = recipient.domain.toLowerCase() === sender.domain.toLowerCase();
  return {
    host: peer.host,
    sender,
    recipient,
    scope: inside ? 'internal' : 'external',
    size: message.bytes.length,
    limit: capabilities.sizeLimit,
  };
}
