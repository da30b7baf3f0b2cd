import type { Problem } from '../../core/index.ts';
import { type Loss, netProblem, netTimeout } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import { type Reply, replyClass, replyEvidence } from './reply.ts';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** Why a session was lost, as a problem. Total. */
export function lossProblem(loss: Loss, { host, port }: Place, expected: string): Problem {
  switch (loss.kind) {
    case 'closed':
      return loss.error === null
        ? problem('net.reset', { host, port }, { evidence: [lossText(loss)] })
        : netProblem(loss.error, { host, port });
    case 'ended':
      return netTimeout({ host, port }, loss.signal);
    case 'garbage':
    case 'unsolicited':
      return problem('smtp.protocol-error', { host, expected }, { evidence: [loss.line] });
  }
}

/** A reply other than the one that the protocol goes on with: the service is not there, or it is no SMTP. */
export function replyProblem(reply: Reply, { host }: Pick<Place, 'host'>, expected: string): Problem {
  const evidence = [replyEvidence(reply)];
  const refuses = replyClass(reply) === 4 || reply.code === 554;
  return refuses
    ? problem('smtp.service-unavailable', { host }, { evidence })
    : problem('smtp.protocol-error', { host, expected }, { evidence });
}

/** A loss in a few words, for the one line of an exchange. */
export function lossText(loss: Loss): string {
  switch (loss.kind) {
    case 'closed':
      return loss.error?.message ?? 'the server closed the connection';
    case 'ended':
      return 'no answer';
    case 'garbage':
      return `not an SMTP reply: ${loss.line}`;
    case 'unsolicited':
      return `a reply out of turn: ${loss.line}`;
  }
}
