import type { Problem } from '../../core/index.ts';
import { type Loss, netProblem, netTimeout } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Answer } from './answer.ts';
import type { Peer } from './session.ts';

/** Why a session was lost, as a problem. Total. */
export function lossProblem(loss: Loss, { protocol, host, port }: Peer, expected: string): Problem {
  switch (loss.kind) {
    case 'closed':
      return loss.error === null
        ? problem('net.reset', { host, port }, { evidence: [lossText(loss)] })
        : netProblem(loss.error, { host, port });
    case 'ended':
      return netTimeout({ host, port }, loss.signal);
    case 'garbage':
    case 'unsolicited':
      return problem(`${protocol}.protocol-error`, { host, expected }, { evidence: [loss.line] });
  }
}

/** A server that greets with a refusal, or does not answer a question that every server answers. */
export function unavailable({ protocol, host }: Peer, { lines }: Answer): Problem {
  return problem(`${protocol}.service-unavailable`, { host }, { evidence: lines.slice(-1) });
}

/** A loss in a few words, for the one line of an exchange. */
export function lossText(loss: Loss): string {
  switch (loss.kind) {
    case 'closed':
      return loss.error?.message ?? 'the server closed the connection';
    case 'ended':
      return 'no answer';
    case 'garbage':
      return `not an answer: ${loss.line}`;
    case 'unsolicited':
      return `an answer out of turn: ${loss.line}`;
  }
}
