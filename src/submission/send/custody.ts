import type { MailAddress } from '../address/mailbox.ts';
import { type Reply, replyClass, replyReport } from '../session/reply.ts';
import { isAccepted } from '../transaction/envelope.ts';
import { queueIdIn } from './queue-id.ts';
import { type Custody, custodyStatement } from './statement.ts';

/** The facts that custody is worked out from. */
export interface SubmissionFacts {
  readonly gateway: string;
  readonly messageId: string;
  readonly recipients: readonly MailAddress[];
  /** Replies to RCPT, in the order of the recipients; null where there was none. */
  readonly envelope: readonly (Reply | null)[];
  /** Whether notifications were asked for and the server knows how. */
  readonly dsn: boolean;
}

/** How a submission ended. `final` is the reply that decided it. */
export type SubmissionEnd =
  | { readonly state: 'accepted' | 'refused'; readonly final: Reply }
  | { readonly state: 'uncertain' | 'not-sent'; readonly final: Reply | null };

type RecipientCustody = Custody['recipients'][number];

/** Custody as the report has it: per recipient, and in one statement. */
export function custodyOf(facts: SubmissionFacts, end: SubmissionEnd): Custody {
  const reply = end.final === null ? null : replyReport(end.final);
  const custody = {
    gateway: facts.gateway,
    state: end.state,
    queueId: end.state === 'accepted' && reply !== null ? queueIdIn(reply.text) : null,
    messageId: facts.messageId,
    reply,
    recipients: facts.recipients.flatMap((recipient, i) =>
      recipientCustody(recipient, facts.envelope[i] ?? null, facts.dsn, end),
    ),
    arrival: null,
  };
  return { ...custody, statement: custodyStatement(custody) };
}

/** Nothing is said about recipients whom nobody asked about. */
function recipientCustody(
  { text: address }: MailAddress,
  own: Reply | null,
  dsn: boolean,
  end: SubmissionEnd,
): RecipientCustody[] {
  const decisive = isAccepted(own) && end.state !== 'not-sent' ? end.final : own;
  const reply = decisive === null ? null : replyReport(decisive);
  const state = recipientState(own, end);
  if (state === null) return [];
  return [{ address, state, reply, dsn: dsn && (state === 'accepted' || state === 'uncertain'), notice: null }];
}

function recipientState(own: Reply | null, end: SubmissionEnd): RecipientCustody['state'] | null {
  const decisive = isAccepted(own) ? end.final : (own ?? end.final);
  if (isAccepted(own) && end.state === 'accepted') return 'accepted';
  if (isAccepted(own) && end.state === 'uncertain') return 'uncertain';
  if (decisive === null || (isAccepted(own) && end.state === 'not-sent')) return null;
  return replyClass(decisive) === 4 ? 'deferred' : 'refused';
}
