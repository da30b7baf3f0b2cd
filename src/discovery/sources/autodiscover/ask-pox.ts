import type { Problem, Result } from '../../../core/index.ts';
import { problem } from '../../../problems/index.ts';
import type { Step } from '../../../run/index.ts';
import { orAbsence } from '../../http/document.ts';
import { follow } from '../../http/follow.ts';
import type { WebAnswer } from '../../http/web.ts';
import { nothing, onlyProblem, type PlaceAnswer } from '../place.ts';
import { hear } from './hear.ts';
import { mailboxFor } from './mailbox.ts';
import { poxRequest } from './pox-request.ts';
import type { Hop, Search } from './search.ts';
import { askSignedIn } from './sign-in.ts';

/** MS-OXDSCLI 3.1.5 asks for a limit; Outlook's is ten. */
const mostHops = 10;

/**
 * Asks a server by POX (MS-OXDSCLI), and those that it points to, as long as they are approved.
 *
 * @param named false when an answer over http led to `start`: then it gets a password only inside the mail domain
 */
export async function askPox(start: URL, named: boolean, search: Search, step: Step): Promise<PlaceAnswer> {
  const seen = new Set<string>();
  let hop: Hop = { url: start, mailbox: mailboxFor(search.question, search.tools.mayTellAddress) };
  for (let hops = 0; hops < mostHops; hops++) {
    const asked = `${hop.url.href} ${hop.mailbox.address}`;
    if (seen.has(asked)) break;
    seen.add(asked);
    const answer = await askOnce(hop, named ? start.hostname : null, search, step);
    if (!answer.ok) return onlyProblem(answer.error);
    if (answer.value === null) return nothing;
    const heard = hear(answer.value, hop, search, step);
    if (heard.next === null) return heard.place;
    hop = heard.next;
  }
  return onlyProblem(problem('settings.redirect-loop', { url: start.href, hops: seen.size }));
}

/**
 * The answer to one question, with a password where that is asked for and allowed: by the host that was meant from the start,
 * or inside the mail domain. To other domains no redirection carries it.
 */
async function askOnce(
  { url, mailbox }: Hop,
  meant: string | null,
  { question, tools, rules }: Search,
  step: Step,
): Promise<Result<WebAnswer | null, Problem>> {
  const open = await follow(tools.web, url, poxRequest(mailbox.address), rules, step);
  if (!open.ok) return orAbsence(open.error);
  const { status, url: answered } = open.value;
  const { hostname } = answered;
  const isOurs = hostname === meant || hostname === question.domain || hostname.endsWith(`.${question.domain}`);
  if (status !== 401 || !isOurs) return open;
  // Whoever signs in says who asks: then the answer may as well be their own.
  return askSignedIn(open.value, poxRequest(question.address ?? mailbox.address), tools, step);
}
