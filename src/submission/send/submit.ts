import { failed, type Outcome, type Problem, warned } from '../../core/index.ts';
import { talkOf } from '../../net/index.ts';
import { ended, problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { sayEnvelope } from '../transaction/envelope.ts';
import { type Conclusion, concludeEnvelope } from './conclude-envelope.ts';
import { custodyOf } from './custody.ts';
import { envelopeFor, obstacleTo } from './prepare.ts';
import type { Custody } from './statement.ts';
import type { Submission } from './submission.ts';
import { transfer } from './transfer.ts';

/**
 * Submits a message (RFC 6409), once: it is never sent a second time, whatever becomes of it. Custody is reported in
 * every case.
 *
 * @returns the custody when no recipient was refused, with a warning for each that was put off, and one when
 *   notifications were asked for that the gateway does not offer; failed with the first
 *   refusal when the gateway took the message for the others only; unknown `smtp.uncertain` when the connection was lost
 *   after the final dot; failed with `smtp.*` or `net.*` when the gateway has certainly not taken it
 */
export async function submitMessage(submission: Submission, step: Step): Promise<Outcome<Custody>> {
  const { relay, recipients, message, requestDsn } = submission;
  const { session } = relay;
  const facts = {
    gateway: relay.relay.host,
    messageId: message.messageId,
    recipients,
    dsn: requestDsn && session.offers('DSN'),
  };
  const conclude = ({ end, found, refused, envelope }: Conclusion): Outcome<Custody> => {
    const custody = custodyOf({ ...facts, envelope }, end);
    step.report({ custody });
    return found === null ? shared(custody, refused, unheard(submission)) : ended(found);
  };

  const obstacle = obstacleTo(submission);
  if (obstacle !== null) return conclude(notSent(obstacle));
  const said = await sayEnvelope(session, envelopeFor(submission), talkOf(step));
  const decided = await concludeEnvelope(submission, said, talkOf(step));
  return conclude(decided.end === null ? await transfer(submission, decided, talkOf(step)) : decided);
}

/** Accepted for some. Who was put off may be served later; that somebody was refused is a broken link. */
function shared(custody: Custody, refused: readonly Problem[], unheard: readonly Problem[]): Outcome<Custody> {
  const others = custody.recipients.filter(({ state }) => state !== 'accepted');
  const hopeless = refused.filter((_, i) => others[i]?.state === 'refused');
  const [first] = hopeless;
  if (first === undefined) return warned(custody, [...refused, ...unheard]);
  return failed({ ...first, evidence: hopeless.flatMap(({ evidence }) => evidence) });
}

/** Notifications that were asked for, of a server that knows none. */
function unheard({ relay, requestDsn }: Submission): Problem[] {
  const { session } = relay;
  return requestDsn && !session.offers('DSN') ? [problem('smtp.dsn-not-offered', { host: session.peer.host })] : [];
}

function notSent(found: Problem): Conclusion {
  return { end: { state: 'not-sent', final: null }, found, refused: [], envelope: [] };
}
