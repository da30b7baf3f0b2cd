import { hasValue, type Outcome, type Problem, passed, warned } from '../../../core/index.ts';
import type { FoundSettings, Step } from '../../../run/index.ts';
import type { Question, SourceTools } from '../../source.ts';
import { askAutoconfigOf } from '../autoconfig/ask.ts';
import { askDns } from '../dns.ts';
import { isUnder } from '../endpoint.ts';

interface Published {
  readonly found: readonly FoundSettings[];
  readonly problems: readonly Problem[];
}

/**
 * What the organisation publishes whose gateway takes a domain's mail: its autoconfig file (draft-ietf-mailmaint-autoconfig,
 * "MX") and its SRV records. The domain that the gateway is in comes before the registrable one above it.
 *
 * @param origin how the gateway was come by
 */
export async function askOrganisation(
  gateway: string,
  origin: string,
  question: Question,
  tools: SourceTools,
  step: Step,
): Promise<Outcome<readonly FoundSettings[]>> {
  const domains = domainsOf(gateway, tools).filter((domain) => domain !== question.domain);
  const published = await Promise.all(domains.map((domain) => askDomain(domain, question, tools, step)));
  const first = published.find(({ found }) => found.length > 0);
  if (first === undefined) return passed([]);
  const found = first.found.map((one) => ({ ...one, origin: `${origin}, ${one.origin}`, trust: 'dns' as const }));
  return warned(found, first.problems);
}

function domainsOf(gateway: string, { organisationOf }: SourceTools): readonly string[] {
  const organisation = organisationOf(gateway);
  if (organisation === null) return [];
  const [, ...parent] = gateway.split('.');
  const own = parent.join('.');
  return isUnder(own, organisation) && own !== organisation ? [own, organisation] : [organisation];
}

/** It was DNS that led there, so nobody there is told who asks. What somebody else's web server answers is no fault of the mail domain. */
async function askDomain(domain: string, question: Question, tools: SourceTools, step: Step): Promise<Published> {
  const isApproved = (host: string) => isUnder(host, domain);
  const strangers = { ...tools, isApproved, plainHttp: false, mayTellAddress: false };
  const [files, records] = await Promise.all([
    askAutoconfigOf(domain, question, strangers, step),
    askDns({ domain, address: null, localPart: null }, strangers, step),
  ]);
  const read = files.filter(({ found }) => found !== null);
  const answers = [...read.flatMap(({ found }) => found ?? []), ...(hasValue(records) ? records.value : [])];
  return {
    found: answers.filter(({ servers }) => servers.length > 0),
    problems: read.flatMap(({ problems }) => problems),
  };
}
