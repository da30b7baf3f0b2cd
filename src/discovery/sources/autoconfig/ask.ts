import { problem } from '../../../problems/index.ts';
import type { Step } from '../../../run/index.ts';
import { fetchDocument, originOf, textOf } from '../../http/document.ts';
import type { Question, Source, SourceTools } from '../../source.ts';
import { contentProblems, nothing, onlyProblem, outcomeOf, type PlaceAnswer } from '../place.ts';
import { readConfig } from './read-config.ts';

/**
 * The mail domain's own configuration file (draft-ietf-mailmaint-autoconfig, Thunderbird's format 1.1), at both places, over
 * https; over http only where a policy allows it, and then without trust. Settings may name servers of any domain: whether those
 * are approved is judged elsewhere.
 */
export const askAutoconfig: Source = async (question, tools, step) =>
  outcomeOf(await askAutoconfigOf(question.domain, question, tools, step));

/** The same of any domain that the person's mail belongs to. @param domain whose file it is, which may be that of a hoster */
export function askAutoconfigOf(
  domain: string,
  question: Question,
  tools: SourceTools,
  step: Step,
): Promise<readonly PlaceAnswer[]> {
  const asked = placesOf(domain, question, tools).filter(({ hostname }) => tools.isApproved(hostname));
  return Promise.all(asked.map((url) => askPlace(url, question, tools, step)));
}

function placesOf(domain: string, { address }: Question, { plainHttp, mayTellAddress }: SourceTools): readonly URL[] {
  const places = [`autoconfig.${domain}/mail/config-v1.1.xml`, `${domain}/.well-known/autoconfig/mail/config-v1.1.xml`];
  const query = mayTellAddress && address !== null ? `?emailaddress=${encodeURIComponent(address)}` : '';
  return [
    ...places.map((place) => new URL(`https://${place}${query}`)),
    ...(plainHttp ? places.map((place) => new URL(`http://${place}`)) : []),
  ];
}

async function askPlace(url: URL, question: Question, tools: SourceTools, step: Step): Promise<PlaceAnswer> {
  const isPlain = url.protocol === 'http:';
  const rules = { mayAsk: (host: string) => tools.isApproved(host), plain: isPlain };
  const document = await fetchDocument(tools.web, url, {}, rules, step);
  if (!document.ok) return onlyProblem(document.error);
  if (document.value === null) return nothing;
  const text = textOf(document.value);
  if (!text.ok) return onlyProblem(text.error);
  const origin = originOf(document.value);
  const config = readConfig(text.value, question);
  if (!config.ok) {
    const { line, reason } = config.error;
    return onlyProblem(problem('settings.malformed', { url: origin, reason: `line ${line}: ${reason}` }));
  }
  const { provider, servers, documentation, issuer, flaws } = config.value;
  // Where http leads to was anybody's choice, whatever is proved there.
  const trust = !isPlain && document.value.verified ? 'https' : 'http';
  const found = {
    origin,
    trust,
    provider,
    servers: [...servers],
    documentation,
    ...(issuer !== null && { issuer }),
  } as const;
  return { found, problems: contentProblems(origin, servers, flaws) };
}
