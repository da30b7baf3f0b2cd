import { normalizeName } from '../dns/index.ts';
import { isAddress } from '../net/index.ts';
import { approves as approvesOrigin, type OsDnsConfig } from '../platform/index.ts';
import type { RegistrableDomain } from './registrable.ts';
import type { ChainRequest } from './request.ts';

/** A domain whose names may be given a password, and why. */
export interface Approval {
  readonly domain: string;
  readonly reason: string;
}

/**
 * What is approved from the start: the registrable domains of what the person typed, what an administrator set on this
 * machine, and what the request approves by name. A suffix that DHCP or a router announced is not among them.
 *
 * @param userDomain domain part of the sign-in name, when it has one
 */
export function approvalsOf(
  request: ChainRequest,
  userDomain: string | null,
  os: OsDnsConfig,
  registrableDomain: RegistrableDomain,
): readonly Approval[] {
  // Approving `com` or `co.uk` would approve the world.
  const isPublicSuffix = (name: string) => !isAddress(name) && registrableDomain(name) === null;
  const registrable = (name: string | null, reason: string): Approval | null => {
    if (name === null) return null;
    if (isAddress(name)) return { domain: name, reason: 'the address as typed' };
    const domain = registrableDomain(name);
    return domain === null ? null : { domain, reason };
  };
  const typed = [
    registrable(userDomain, 'the domain of the sign-in name'),
    registrable(request.server, 'the domain of the server name as typed'),
    registrable(
      domainOf(request.goal === 'discover' ? request.destination : null),
      'the domain of the mail address as typed',
    ),
    registrable(request.domain, 'the domain given with --domain'),
  ];
  const named = request.approvedDomains.map((domain) => ({ domain, reason: 'approved with --approve-domain' }));
  const search = (request.search ?? []).map((domain) => ({ domain, reason: 'a search suffix given with --search' }));
  const system = os.search
    .filter(({ origin }) => approvesOrigin(origin))
    .map(({ suffix, source }) => ({ domain: suffix, reason: `a search suffix set by an administrator (${source})` }));
  const joined = os.machineDomain === null ? [] : [{ domain: os.machineDomain, reason: 'the domain of this machine' }];
  const unnamed = [...typed, ...search, ...system, ...joined].filter((approval) => approval !== null);
  return [...named, ...unnamed.filter(({ domain }) => !isPublicSuffix(domain))];
}

function domainOf(address: string | null): string | null {
  return address === null ? null : normalizeName(address.slice(address.lastIndexOf('@') + 1));
}

/** Why a host may be given a password, or null when nothing says so. An address that was typed approves itself. */
export function approvalFor(host: string, approvals: readonly Approval[]): Approval | null {
  const name = host.toLowerCase();
  return (
    approvals.find(({ domain }) => name === domain.toLowerCase() || name.endsWith(`.${domain.toLowerCase()}`)) ?? null
  );
}
