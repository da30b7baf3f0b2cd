import { type Outcome, type Problem, passed } from '../../core/index.ts';
import type { ServiceTarget } from '../../dns/index.ts';
import { ended, problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { type Candidate, makeCandidate, sameName } from './candidate.ts';
import type { DcLocatorDns, DcQuestion, Locator, NamedDc, ServiceAnswer } from './types.ts';

/** The domain controllers of one site (MS-ADTS 6.3.6). */
export function siteRecords(site: string, domain: string): string {
  return `_ldap._tcp.${site}._sites.dc._msdcs.${domain}`;
}

/** All domain controllers of a domain. */
export function domainRecords(domain: string): string {
  return `_ldap._tcp.dc._msdcs.${domain}`;
}

/**
 * The domain controllers that DNS names, in the order of RFC 2782, those of the wanted site first. The site's records and
 * the domain's are asked for at once.
 *
 * @returns at least one; `dc.no-srv-records`, or what kept DNS from answering
 */
export async function findDcs(
  { domain, site }: Pick<DcQuestion, 'domain' | 'site'>,
  dns: DcLocatorDns,
  step: Step,
): Promise<Outcome<readonly NamedDc[]>> {
  step.report({ domainController: { domain } });
  const [own, all] = await Promise.all([
    site === null ? null : dns.services(siteRecords(site, domain), step),
    dns.services(domainRecords(domain), step),
  ]);
  const named = distinct([...targetsOf(own, site), ...targetsOf(all, null)]);
  if (named.length > 0) return passed(named);
  return ended(all.kind === 'failed' ? all.problem : noRecords(domain));
}

/**
 * The domain controllers of the first of these sites that has any; none when DNS does not say.
 *
 * @param known candidates that are there already: they are answered as they are, not made anew
 */
export async function findInSites(
  sites: readonly string[],
  known: readonly Candidate[],
  locator: Locator,
): Promise<readonly Candidate[]> {
  const { question, dns, step } = locator;
  const answers = await Promise.all(
    sites.map(async (site) => targetsOf(await dns.services(siteRecords(site, question.domain), step), site)),
  );
  const named = answers.find((targets) => targets.length > 0) ?? [];
  return distinct(named).map(
    ({ target, site }) => known.find((own) => isSame(own.target, target)) ?? makeCandidate(target, site, locator),
  );
}

function targetsOf(answer: ServiceAnswer | null, site: string | null): NamedDc[] {
  return answer?.kind === 'found' ? answer.targets.map((target) => ({ target, site })) : [];
}

function distinct(all: readonly NamedDc[]): NamedDc[] {
  return all.filter((own, i) => all.findIndex((other) => isSame(own.target, other.target)) === i);
}

function isSame(one: ServiceTarget, other: ServiceTarget): boolean {
  return sameName(one.host, other.host) && one.port === other.port;
}

function noRecords(domain: string): Problem {
  const remedies = [
    { option: 'domain', value: 'DOMAIN' },
    { option: 'dns', value: 'SERVER' },
  ] as const;
  return problem('dc.no-srv-records', { domain, name: domainRecords(domain) }, { remedies });
}
