import { err, ok, type Problem, type Result } from '../../../core/index.ts';
import { problem } from '../../../problems/index.ts';
import type { Step } from '../../../run/index.ts';
import { areUsable } from '../../http/credentials.ts';
import { isRedirection } from '../../http/follow.ts';
import type { WebAnswer, WebRequest } from '../../http/web.ts';
import type { SignIn, SourceTools } from '../../source.ts';

/**
 * Asks again with a password, once, where the server takes one over https (Basic, RFC 7617), somebody allows it for this host,
 * and no attempt of this run has failed.
 *
 * @param refused the answer with status 401; it comes back when nothing may be sent
 * @param request the question; a redirection in answer to it is not followed
 * @returns `settings.sign-in-refused`, `net.…`
 */
export async function askSignedIn(
  refused: WebAnswer,
  request: WebRequest,
  tools: SourceTools,
  step: Step,
): Promise<Result<WebAnswer, Problem>> {
  const { url, verified } = refused;
  if (!verified || !takesPasswords(refused) || !tools.isApproved(url.hostname)) return ok(refused);
  const signIn = tools.signIn?.(url.hostname) ?? null;
  if (signIn === null || !areUsable(signIn)) return ok(refused);
  return signIn.inTurn(() => attempt(signIn, refused, request, tools, step));
}

async function attempt(
  signIn: SignIn,
  refused: WebAnswer,
  request: WebRequest,
  tools: SourceTools,
  step: Step,
): Promise<Result<WebAnswer, Problem>> {
  // Whoever waited for a turn may not need one any more.
  if (step.signal.aborted || signIn.attempts.begin() === 'refused') return ok(refused);
  const { user, password } = signIn;
  const { url } = refused;
  // Even when others have found everything: an answer that nobody waits for would count as a failed attempt.
  const patient = { ...step, signal: step.runSignal };
  const answer = await tools.web(url, { ...request, credentials: { user, password } }, patient);
  settle(signIn, answer);
  if (answer.ok && answer.value.status === 401) {
    return err(problem('settings.sign-in-refused', { url: url.href, user }));
  }
  return answer;
}

function takesPasswords({ challenge }: WebAnswer): boolean {
  return /(^|,)\s*basic\b/i.test(challenge ?? '');
}

/** Only what a server does after a right password counts as one; everything else may have been a wrong one. */
function settle({ attempts }: SignIn, answer: Result<WebAnswer, Problem>): void {
  if (answer.ok && (answer.value.status === 200 || isRedirection(answer.value))) attempts.succeeded();
  else attempts.failed();
}
