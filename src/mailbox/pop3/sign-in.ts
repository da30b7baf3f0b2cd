import { type AttemptBudget, failed, type Outcome, type Problem, passed, type Result } from '../../core/index.ts';
import { type Loss, talkOf } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { maskOf, plainResponse } from '../plain.ts';
import type { Answer } from '../session/answer.ts';
import { type Command, plainCommand } from '../session/command.ts';
import { lossProblem } from '../session/problem.ts';
import type { MailboxSignIn } from '../sign-in.ts';
import { judgeLine } from './dialect.ts';

export interface SignedInPop3 {
  readonly protocol: 'pop3';
  readonly host: string;
  readonly user: string;
}

/** AUTH PLAIN (RFC 5034) where it is offered, else USER and PASS (RFC 1939 7). The mailbox is left as it is. */
export async function signInToPop3(
  { mailbox, user, password, budget }: MailboxSignIn,
  step: Step,
): Promise<Outcome<SignedInPop3>> {
  const { session, mechanisms, server } = mailbox;
  session.hide(maskOf(user, password));
  const secret = (line: string, shown: string): Command => ({ line, shown });
  const turns = mechanisms.includes('PLAIN')
    ? [plainCommand('AUTH PLAIN'), secret(plainResponse(user, password), '(credentials)')]
    : [plainCommand(`USER ${user}`), secret(`PASS ${password.reveal()}`, 'PASS (credentials)')];
  const talk = talkOf(step);
  let answer: Result<Answer, Loss> | null = null;
  for (const turn of turns) {
    answer = await session.command(talk, turn, judgeLine);
    if (!answer.ok || answer.value.verdict === 'no') break;
  }
  const found = answer === null || isAccepted(answer) ? null : refusal(answer, mailbox.session.peer, user);
  settle(budget, found);
  session.quit();
  return found === null ? passed({ protocol: 'pop3', host: server.host, user }) : failed(found);
}

function isAccepted(answer: Result<Answer, Loss>): boolean {
  return answer.ok && answer.value.verdict === 'ok';
}

/** A locked mailbox is told only to whoever has given the right password (RFC 2449 8.1.1). */
function settle(budget: AttemptBudget, found: Problem | null): void {
  if (found === null || found.code === 'pop3.mailbox-locked') budget.succeeded();
  else budget.failed();
}

function refusal(answer: Result<Answer, Loss>, peer: Parameters<typeof lossProblem>[1], user: string): Problem {
  const { host } = peer;
  if (!answer.ok) return lossProblem(answer.error, peer, 'an answer to the sign-in');
  const [line = ''] = answer.value.lines;
  const evidence = [line];
  if (answer.value.verdict !== 'no') {
    return problem('pop3.protocol-error', { host, expected: 'an answer to the sign-in' }, { evidence });
  }
  const code = /^-ERR \[([A-Z/-]+)\]/i.exec(line)?.[1]?.toUpperCase() ?? '';
  if (code === 'IN-USE') return problem('pop3.mailbox-locked', { user, host }, { evidence });
  const isUnavailable = code.startsWith('SYS/') || code === 'LOGIN-DELAY';
  return isUnavailable
    ? problem('pop3.auth-unavailable', { host }, { evidence })
    : problem('pop3.auth-rejected', { user, host }, { evidence });
}
