import { err, ok, type Problem, type Result } from '../../../core/index.ts';
import { toProblem } from '../../../dns/index.ts';
import { problem } from '../../../problems/index.ts';
import type { Step } from '../../../run/index.ts';
import { fetchDocument, originOf, textOf } from '../../http/document.ts';
import type { Question, Source, SourceTools } from '../../source.ts';
import { contentProblems, nothing, onlyProblem, outcomeOf, type PlaceAnswer } from '../place.ts';
import { digestFits } from './digest.ts';
import { readDocument } from './read-document.ts';

/** What DNS says of the document. */
interface Announcement {
  readonly records: readonly string[];
  /** DNSSEC vouches for it, in the words of a resolver that is trusted for that: so it vouches for the document. */
  readonly signed: boolean;
}

/**
 * The document of draft-ietf-mailmaint-pacc, and its digest in DNS, both asked at once. A document that the digest does not
 * fit, or that has none, is not used.
 */
export const askPacc: Source = async (question, tools, step) => outcomeOf([await askDocument(question, tools, step)]);

async function askDocument(question: Question, tools: SourceTools, step: Step): Promise<PlaceAnswer> {
  const { domain } = question;
  const url = new URL(`https://ua-auto-config.${domain}/.well-known/user-agent-configuration.json`);
  if (!tools.isApproved(url.hostname)) return nothing;
  const name = `_ua-auto-config.${domain}`;
  const rules = { mayAsk: (host: string) => tools.isApproved(host) };
  const [document, announced] = await Promise.all([
    fetchDocument(tools.web, url, {}, rules, step),
    askAnnouncement(name, tools, step),
  ]);
  if (!document.ok) return onlyProblem(document.error);
  if (document.value === null) return nothing;
  if (!announced.ok) return onlyProblem(announced.error);
  const origin = originOf(document.value);
  const fits = digestFits(document.value.body, announced.value.records);
  if (fits === null) return onlyProblem(problem('settings.digest-missing', { url: origin, name }));
  if (!fits) return onlyProblem(problem('settings.digest-mismatch', { url: origin }));
  const text = textOf(document.value);
  if (!text.ok) return onlyProblem(text.error);
  const content = readDocument(text.value, question, tools.ports);
  if (!content.ok) return onlyProblem(problem('settings.malformed', { url: origin, reason: content.error }));
  const { flaws, ...settings } = content.value;
  const trust = announced.value.signed ? 'signed-dns' : 'https';
  return { found: { origin, trust, ...settings }, problems: contentProblems(origin, settings.servers, flaws) };
}

async function askAnnouncement(
  name: string,
  { resolver, validates }: SourceTools,
  step: Step,
): Promise<Result<Announcement, Problem>> {
  const answer = await resolver.ask(name, 'TXT', step);
  if (answer.kind === 'found') {
    return ok({ records: answer.records, signed: answer.authenticated && validates(answer.server) });
  }
  const isMissing = answer.kind === 'no-such-name' || answer.kind === 'no-data';
  return isMissing ? ok({ records: [], signed: false }) : err(toProblem(answer, name));
}
