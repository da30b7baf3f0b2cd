import { type Clock, cutText, type Problem } from '../core/index.ts';
import { connect, talkOf } from '../net/index.ts';
import type { Step } from '../run/index.ts';
import type { Host } from './session/open.ts';
import { lossProblem, replyProblem } from './session/problem.ts';
import { replyLines } from './session/reply.ts';
import { SmtpSession } from './session/session.ts';

export interface Greeted {
  /** As the server said it. Untrusted. */
  readonly greeting: string | null;
  /** `net.*`, `smtp.service-unavailable` or `smtp.protocol-error`; null when it greeted with 220. */
  readonly problem: Problem | null;
  /** Milliseconds, from the first SYN. */
  readonly duration: number;
}

/** Connects to a gateway, reads its greeting and leaves. Nothing is asked, nothing is promised. */
export async function greet(
  gateway: Host & { readonly port: number },
  deps: { readonly clock: Clock },
  step: Step,
): Promise<Greeted> {
  const { clock } = deps;
  const { host, port } = gateway;
  const startedAt = clock.now();
  const answered = (greeting: string | null, problem: Problem | null) => ({
    greeting,
    problem,
    duration: clock.now() - startedAt,
  });
  const talk = talkOf(step);
  const connected = await connect(gateway, { clock, ...talk });
  if (!connected.ok) return answered(null, connected.error);
  const { socket, address } = connected.value;
  const session = new SmtpSession(socket, { host, address, port });
  const reply = await session.greeting(talk);
  session.quit();
  if (!reply.ok) return answered(null, lossProblem(reply.error, { host, port }, 'greeting 220'));
  const greeting = cutText(replyLines(reply.value).join(' '));
  return answered(greeting, reply.value.code === 220 ? null : replyProblem(reply.value, { host }, 'greeting 220'));
}
