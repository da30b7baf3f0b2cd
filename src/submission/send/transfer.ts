import type { Problem } from '../../core/index.ts';
import type { Talk } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import { dotStuffed } from '../message/lines.ts';
import { lossProblem, replyProblem } from '../session/problem.ts';
import { enhancedCode, type Reply, replyClass, replyEvidence } from '../session/reply.ts';
import { isAccepted } from '../transaction/envelope.ts';
import { deferral } from '../transaction/judge-reply.ts';
import { tooLarge } from '../transaction/size.ts';
import { type Conclusion, type GoAhead, questionFor } from './conclude-envelope.ts';
import type { Submission } from './submission.ts';

const expected = 'reply 250 to the message';

/** Sends the message itself; its last line is the moment from which a lost connection means "uncertain". */
export async function transfer(submission: Submission, go: GoAhead, talk: Talk): Promise<Conclusion> {
  const { relay, message } = submission;
  const { session } = relay;
  const { envelope } = go;
  const body = { octets: dotStuffed(message.bytes), size: message.bytes.length };
  const { result, complete } = await session.body(talk, body);
  if (!result.ok) {
    const cause = lossProblem(result.error, session.peer, expected);
    const state = complete ? 'uncertain' : 'not-sent';
    const found = complete ? uncertain(session.peer.host, cause) : cause;
    return { end: { state, final: null }, found, refused: [], envelope };
  }
  const reply = result.value;
  if (isAccepted(reply))
    return { end: { state: 'accepted', final: reply }, found: null, refused: go.refused, envelope };
  if (replyClass(reply) < 4) {
    session.drop(`${reply.code} to the message`);
    const found = uncertain(session.peer.host, replyProblem(reply, session.peer, expected));
    return { end: { state: 'uncertain', final: reply }, found, refused: [], envelope };
  }
  return { end: { state: 'refused', final: reply }, found: refusal(submission, go, reply), refused: [], envelope };
}

/** A reply of 4yz or 5yz to the whole message: the server has not taken it. */
function refusal(submission: Submission, { envelope }: GoAhead, reply: Reply): Problem {
  const accepted = submission.recipients.find((_, i) => isAccepted(envelope[i] ?? null)) ?? submission.sender;
  const question = questionFor(submission, accepted);
  const evidence = [replyEvidence(reply)];
  if (replyClass(reply) === 4) return deferral(reply, question);
  const isAboutSize = enhancedCode(reply) === '5.3.4' || (reply.code === 552 && enhancedCode(reply) === null);
  return isAboutSize
    ? tooLarge(question, evidence)
    : problem('smtp.message-refused', { host: question.host }, { evidence });
}

/** The connection is gone, and with it the answer (RFC 1047): the message may well have been taken. */
function uncertain(host: string, cause: Problem): Problem {
  return problem('smtp.uncertain', { host }, { evidence: cause.evidence, cause });
}
