import type { Problem, Result } from '../../../core/index.ts';
import { problem } from '../../../problems/index.ts';
import type { Step } from '../../../run/index.ts';
import { isAbsence } from '../../http/document.ts';
import { follow } from '../../http/follow.ts';
import type { WebAnswer } from '../../http/web.ts';
import { nothing, onlyProblem, type PlaceAnswer } from '../place.ts';
import { hear } from './hear.ts';
import { mailboxFor } from './mailbox.ts';
import { poxRequest } from './pox-request.ts';
import type { Hop, Search } from './search.ts';
import { askSignedIn } from './sign-in.ts';

/** How a server came to be asked: it is the mail domain's own, SRV records name it, or an answer over http does. */
export type Way = 'own' | 'service' | 'http';

/** MS-OXDSCLI 3.1.5 asks for a limit; Outlook's is ten. */
const mostHops = 10;

/**
 * Asks a server by POX (MS-OXDSCLI), and those that it points to, as long as they are approved.
 *
 * @param way that led to `start`. An answer over http can be anybody's: on its way, passwords stay inside the mail domain.
 */
export async function askPox(start: URL, way: Way, search: Search, step: Step): Promise<PlaceAnswer> {
  const seen = new Set<string>();
  let hop: Hop = { url: start, mailbox: mailboxFor(search.question, search.tools.mayTellAddress) };
  for (let hops = 0; hops < mostHops; hops++) {
    const asked = `${hop.url.href} ${hop.mailbox.address}`;
    if (seen.has(asked)) break;
    seen.add(asked);
    const answer = await askOnce(hop, way === 'http' ? null : start.hostname, search, step);
    if (!answer.ok) return way === 'own' && isAbsence(answer.error, start) ? nothing : onlyProblem(answer.error);
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
): Promise<Result<WebAnswer, Problem>> {
  const open = await follow(tools.web, url, poxRequest(mailbox.address), rules, step);
  if (!open.ok) return open;
  const { status, url: answered } = open.value;
  const { hostname } = answered;
  const isOurs = hostname === meant || hostname === question.domain || hostname.endsWith(`.${question.domain}`);
  if (status !== 401 || !isOurs) return open;
  // Whoever signs in says who asks: then the answer may as well be their own.
  return askSignedIn(open.value, poxRequest(question.address ?? mailbox.address), tools, step);
}
