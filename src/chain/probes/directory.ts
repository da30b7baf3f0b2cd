import { failed, type Outcome, type Problem, times } from '../../core/index.ts';
import {
  type Account,
  signIn as bind,
  type LocatedDc,
  locateDc as locate,
  parseSignInName,
  readAccount,
  type SignedIn,
} from '../../directory/index.ts';
import { addressesOf, locateService } from '../../dns/index.ts';
import type { Trust } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe, type Step } from '../../run/index.ts';
import { approvalFor, approvalsOf } from '../approval.ts';
import { domainsToTry } from '../domain.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import type { ChainRequest } from '../request.ts';
import { userDomain } from '../user.ts';
import type { NameSettings } from './system.ts';

/** A domain controller that answers over verified TLS. */
export function domainController(
  request: ChainRequest,
  settings: ChainProbe<NameSettings>,
  trust: ChainProbe<Trust>,
): ChainProbe<LocatedDc> {
  return defineProbe({
    id: 'dc.locate',
    needs: { settings, trust },
    deadline: times.locateDc,
    run: async ({ settings, trust }, { clock }: ChainPorts, step) => {
      const approvals = approvalsOf(request, userDomain(request), settings.os);
      const dns = {
        services: (name: string, own: Step) => locateService(name, settings.resolver, own),
        addresses: async (host: string, own: Step) => (await addressesOf(settings.resolver, host, own)).addresses,
      };
      const common = {
        site: request.site,
        ports: request.ports,
        wholeTable: request.goal === 'locate-dc',
        approves: (host: string) => approvalFor(host, approvals) !== null,
      };
      return firstDomain(domainsToTry(request, settings.os), request, (domain) =>
        locate({ ...common, domain }, { dns, clock, trust }, step),
      );
    },
  });
}

/** The first of the domains that has domain controllers; the first one's problem when none has. */
async function firstDomain(
  domains: readonly string[],
  { user }: ChainRequest,
  tryDomain: (domain: string) => Promise<Outcome<LocatedDc>>,
): Promise<Outcome<LocatedDc>> {
  let missing: Problem | null = null;
  for (const domain of domains) {
    const outcome = await tryDomain(domain);
    if (outcome.kind !== 'failed' || outcome.problem.code !== 'dc.no-srv-records') return outcome;
    missing ??= outcome.problem;
  }
  const remedies = [{ option: 'domain', value: 'DOMAIN' }] as const;
  return failed(missing ?? problem('dc.unknown-domain', { user: user ?? '(nobody)' }, { remedies }));
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
