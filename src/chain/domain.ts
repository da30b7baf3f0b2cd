import { approves, type OsDnsConfig } from '../platform/index.ts';
import type { ChainRequest } from './request.ts';
import { userDomain } from './user.ts';

/**
 * The AD domains to look for, in order: the one that was given and no other; else the UPN suffix (which may be an
 * alternative one, without domain controllers), the domain of this machine, and search suffixes that an administrator set.
 */
export function domainsToTry(request: ChainRequest, os: OsDnsConfig): string[] {
  if (request.domain !== null) return [request.domain];
  const suffixes = request.search ?? os.search.filter(({ origin }) => approves(origin)).map(({ suffix }) => suffix);
  const domains = [userDomain(request), os.machineDomain, ...suffixes].filter((domain) => domain !== null);
  return [...new Set(domains.map((domain) => domain.toLowerCase()))];
}
