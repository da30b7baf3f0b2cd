import {
  type AttemptBudget,
  failed,
  type Outcome,
  type Problem,
  passed,
  type Secret,
  skipped,
} from '../../core/index.ts';
import { talkOf } from '../../net/index.ts';
import { ended, problem, unusableCredentials } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import type { OpenRelay } from '../endpoints/open-endpoints.ts';
import { lossProblem } from '../session/problem.ts';
import { type Reply, replyClass, replyEvidence } from '../session/reply.ts';
import type { VerifiedSession } from '../session/session.ts';
import { type AuthEnd, encode, type Mechanism } from './conversation.ts';
import { login } from './login.ts';
import { plain } from './plain.ts';
import { scramSha256 } from './scram.ts';

export interface AuthenticatedRelay {
  readonly relay: OpenRelay;
  /** SASL mechanism that was answered with 235. */
  readonly mechanism: string;
  readonly session: VerifiedSession;
}

interface SignIn {
  readonly relay: OpenRelay;
  readonly user: string;
  readonly password: Secret;
  readonly budget: AttemptBudget;
}

/** The strongest first. CRAM-MD5 is left out: it needs the password in clear text on the server, and MD5. */
const mechanisms: readonly (readonly [string, () => Mechanism])[] = [
  ['SCRAM-SHA-256', () => scramSha256()],
  ['PLAIN', () => plain],
  ['LOGIN', () => login],
];

/**
 * Signs in to a relay (RFC 4954), exactly once, with the strongest mechanism that both sides know.
 *
 * @returns the relay once 235 was seen; `smtp.auth-rejected`, `smtp.no-common-mechanism`, `smtp.service-unavailable`,
 *   `smtp.protocol-error`, `input.invalid`, `net.*`; skipped when the run's one failing attempt is spent
 */
export async function authenticate(signIn: SignIn, step: Step): Promise<Outcome<AuthenticatedRelay>> {
  const { relay, user, password, budget } = signIn;
  const unusable = unusableCredentials(user, password);
  if (unusable !== null) return failed(unusable);
  const [mechanism, make] = mechanisms.find(([name]) => relay.mechanisms.includes(name)) ?? [];
  if (mechanism === undefined || make === undefined) {
    const offered = relay.mechanisms.join(', ');
    return failed(problem('smtp.no-common-mechanism', { host: relay.host, offered }));
  }
  if (budget.begin() === 'refused') return skipped({ kind: 'attempt-spent' });
  const { session } = relay;
  hideSecrets(session, user, password);
  const end = await make()({ session, user, password }, talkOf(step));
  if (end.kind === 'reply' && end.reply.code === 235) {
    budget.succeeded();
    return passed({ relay, mechanism, session });
  }
  // Whatever else happened, the server may have counted it as a wrong password.
  budget.failed();
  if (end.kind === 'distrust' || isOutOfTurn(end)) session.drop('the sign-in did not end in an answer');
  return ended(authProblem(end, relay, user));
}

/** A server can echo what it was sent, in any later reply. */
function hideSecrets(session: VerifiedSession, user: string, password: Secret): void {
  const blob = encode(`\0${user}\0${password.reveal()}`);
  session.hide((text) => password.maskedIn(text.replaceAll(blob, String(password))));
}

function isOutOfTurn(end: AuthEnd): boolean {
  return end.kind === 'reply' && replyClass(end.reply) < 4;
}

/** What a sign-in that was not answered with 235 means. Total. */
export function authProblem(end: AuthEnd, { host, port }: Pick<OpenRelay, 'host' | 'port'>, user: string): Problem {
  const expected = 'reply 235 to AUTH';
  if (end.kind === 'loss') return lossProblem(end.loss, { host, port }, expected);
  if (end.kind === 'distrust') return problem('smtp.protocol-error', { host, expected }, { evidence: [end.reason] });
  return rejection(end.reply, host, user, expected);
}

function rejection(reply: Reply, host: string, user: string, expected: string): Problem {
  const evidence = [replyEvidence(reply)];
  switch (replyClass(reply)) {
    case 4:
      // RFC 4954 4.7.0: whoever checks the passwords for the server does not answer. 421 is the server's own goodbye.
      return reply.code === 421
        ? problem('smtp.service-unavailable', { host }, { evidence })
        : problem('smtp.auth-unavailable', { host }, { evidence });
    case 5:
      return problem('smtp.auth-rejected', { user, host }, { evidence });
    default:
      return problem('smtp.protocol-error', { host, expected }, { evidence });
  }
}
