import * as z from 'zod';
import { problem } from '../../../problems/index.ts';
import type { Step } from '../../../run/index.ts';
import { documentOf, isAbsence, originOf, textOf } from '../../http/document.ts';
import { follow } from '../../http/follow.ts';
import type { WebAnswer } from '../../http/web.ts';
import { readHttpsUrl, webService } from '../endpoint.ts';
import { nothing, onlyProblem, type PlaceAnswer, sectionProblems } from '../place.ts';
import { mailboxFor } from './mailbox.ts';
import type { Search } from './search.ts';

const answerSchema = z.object({ Url: z.string().max(2_000) });

/**
 * Asks a host for its Exchange Web Services by the JSON form of Autodiscover, which needs no password. Its other protocols are
 * not for mail clients that this program sets up.
 */
export async function askJson(host: string, { question, tools, rules }: Search, step: Step): Promise<PlaceAnswer> {
  const { address } = mailboxFor(question, tools.mayTellAddress);
  const query = new URLSearchParams({ Email: address, Protocol: 'EWS', RedirectCount: '1' });
  const url = new URL(`https://${host}/autodiscover/autodiscover.json?${query}`);
  const answer = await follow(tools.web, url, { headers: { accept: 'application/json' } }, rules, step);
  if (!answer.ok) return isAbsence(answer.error, url) ? nothing : onlyProblem(answer.error);
  // The form is younger than most servers, and says "not for this mailbox" in this way, too.
  return answer.value.status >= 400 && answer.value.status < 500 ? nothing : read(answer.value);
}

function read(answer: WebAnswer): PlaceAnswer {
  const document = documentOf(answer);
  if (!document.ok) return onlyProblem(document.error);
  const text = textOf(answer);
  if (!text.ok) return onlyProblem(text.error);
  const origin = originOf(answer);
  const said = parse(text.value);
  if (said === null)
    return onlyProblem(problem('settings.malformed', { url: origin, reason: 'it is no JSON with a Url' }));
  const url = readHttpsUrl(said);
  if (!url.ok) return { found: null, problems: sectionProblems(origin, [{ line: 1, reason: url.error }]) };
  const servers = [webService('exchange', url.value, { authentication: [], user: null })];
  return { found: { origin, trust: 'https', provider: null, servers, documentation: [] }, problems: [] };
}

function parse(text: string): string | null {
  try {
    return answerSchema.safeParse(JSON.parse(text)).data?.Url ?? null;
  } catch {
    return null;
  }
}
