import { failed, hasValue, type Outcome, type Problem, passed, times } from '../../core/index.ts';
import {
  type Account,
  signIn as bind,
  type DcLocatorDns,
  findDcs,
  type LocatedDc,
  locateDc,
  type NamedDc,
  parseSignInName,
  readAccount,
  type SignedIn,
} from '../../directory/index.ts';
import { addressesOf, locateService } from '../../dns/index.ts';
import type { Trust } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe } from '../../run/index.ts';
import { type Approval, approvalFor } from '../approval.ts';
import { domainsToTry } from '../domain.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import type { NameSettings } from './system.ts';

/** The domain controllers that DNS names, and of which domain. */
export interface DomainRecords {
  readonly domain: string;
  readonly named: readonly NamedDc[];
}

/** Which domain controllers DNS names, for the first of the domains in question that has any. */
export function domainRecords(request: ChainRequest, settings: ChainProbe<NameSettings>): ChainProbe<DomainRecords> {
  return defineProbe({
    id: 'dc.records',
    needs: { settings },
    deadline: times.dnsName,
    run: async ({ settings }, _: ChainPorts, step): Promise<Outcome<DomainRecords>> => {
      const { site, user } = request;
      let missing: Problem | null = null;
      for (const domain of domainsToTry(request, settings.os)) {
        const found = await findDcs({ domain, site }, dnsFor(settings), step);
        if (hasValue(found)) return passed({ domain, named: found.value });
        if (found.kind !== 'failed' || found.problem.code !== 'dc.no-srv-records') return found;
        missing ??= found.problem;
      }
      if (missing !== null) step.report({ domainController: { domain: String(missing.args['domain']) } });
      const remedies = [{ option: 'domain', value: 'DOMAIN' }] as const;
      return failed(missing ?? problem('dc.unknown-domain', { user: user ?? '(nobody)' }, { remedies }));
    },
  });
}

/** What the locator of domain controllers needs of DNS. */
export function dnsFor({ resolver }: Pick<NameSettings, 'resolver'>): DcLocatorDns {
  return {
    services: (name, step) => locateService(name, resolver, step),
    addresses: async (host, step) => (await addressesOf(resolver, host, step)).addresses,
  };
}

interface LocateNeeds {
  readonly settings: ChainProbe<NameSettings>;
  readonly records: ChainProbe<DomainRecords>;
  readonly approvals: ChainProbe<readonly Approval[]>;
  readonly trust: ChainProbe<Trust>;
}

/** A domain controller that answers over verified TLS. */
export function domainController(request: ChainRequest, needs: LocateNeeds): ChainProbe<LocatedDc> {
  return defineProbe({
    id: 'dc.locate',
    needs: { ...needs },
    deadline: times.locateDc,
    run: ({ settings, records, approvals, trust }, { clock }: ChainPorts, step) => {
      const question = {
        domain: records.domain,
        site: request.site,
        ports: request.ports,
        wholeTable: request.goal === 'locate-dc',
        approves: (host: string) => approvalFor(host, approvals) !== null,
      };
      return locateDc(question, records.named, { dns: dnsFor(settings), clock, trust }, step);
    },
  });
}

/** The bind: the one place where the directory gets the password. */
export function signIn(request: ChainRequest, dc: ChainProbe<LocatedDc>): ChainProbe<SignedIn> {
  return defineProbe({
    id: 'ldap.sign-in',
    needs: { dc },
    deadline: times.ldapOperation + times.goodbye,
    run: async ({ dc }, { password, attempts }: ChainPorts, step): Promise<Outcome<SignedIn>> => {
      const name = parseSignInName(request.user ?? '');
      if (!name.ok) return failed(name.error);
      if (password === null) return failed(noPassword('password'));
      return bind({ dc, name: name.value, password, budget: attempts }, step);
    },
  });
}

export function noPassword(argument: string): Problem {
  return problem('input.invalid', { argument, value: '', reason: 'a password is needed' });
}

/** Who the directory says that the person is. */
export function account(request: ChainRequest, signedIn: ChainProbe<SignedIn>): ChainProbe<Account> {
  return defineProbe({
    id: 'ldap.account',
    needs: { signedIn },
    deadline: times.ldapOperation + times.goodbye,
    run: async ({ signedIn }, { clock }: ChainPorts, step): Promise<Outcome<Account>> => {
      const name = parseSignInName(request.user ?? '');
      return name.ok ? readAccount({ signedIn, name: name.value }, clock, step) : failed(name.error);
    },
  });
}
