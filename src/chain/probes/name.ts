import { failed, type Outcome, type Problem, passed, times, unknown, warned } from '../../core/index.ts';
import { compareWithSystem, systemLookup } from '../../dns/index.ts';
import { problem } from '../../problems/index.ts';
import { defineProbe } from '../../run/index.ts';
import { type Approval, approvalFor, approvalsOf } from '../approval.ts';
import { findServer, type ServerName } from '../find-server.ts';
import type { ChainPorts, ChainProbe } from '../ports.ts';
import { approvableDomain, loadPublicSuffixes } from '../registrable.ts';
import type { ChainRequest } from '../request.ts';
import { userDomain } from '../user.ts';
import type { NameSettings } from './system.ts';

/** The mail server's full name and addresses. */
export function serverName(request: ChainRequest, settings: ChainProbe<NameSettings>): ChainProbe<ServerName> {
  return defineProbe({
    id: 'dns.name',
    needs: { settings },
    deadline: times.dnsName,
    run: ({ settings }, _: ChainPorts, step) => findServer(request, settings, step),
  });
}

/**
 * The domains that are approved from the start.
 *
 * @param before waited for, whatever comes of it: what keeps the processor busy is done one after the other
 */
export function approvedDomains(
  request: ChainRequest,
  settings: ChainProbe<NameSettings>,
  before: ChainProbe<unknown> = settings,
): ChainProbe<readonly Approval[]> {
  return defineProbe({
    id: 'dns.approved-domains',
    needs: { settings },
    considers: { before },
    deadline: times.osSettings,
    run: async ({ settings }, { clock }: ChainPorts, step): Promise<Outcome<readonly Approval[]>> => {
      await clock.sleep(times.heavyWork, step.signal);
      const registrable = await loadPublicSuffixes();
      const everybodys = request.approvedDomains.find((domain) => registrable(domain) === null);
      if (everybodys !== undefined) return failed(isEverybodys(everybodys));
      return passed(approvalsOf(request, userDomain(request), settings.os, registrable));
    },
  });
}

/** Where everybody can have a name, approving says nothing about whose a server is. */
function isEverybodys(domain: string): Problem {
  const reason = 'everybody can have a name in it; approve a domain of your own';
  return problem('input.invalid', { argument: '--approve-domain', value: domain, reason });
}

/** Whether that name may be given a password. DNS alone does not decide it: a person or an administrator does. */
export function nameApproval(
  approvals: ChainProbe<readonly Approval[]>,
  name: ChainProbe<ServerName>,
): ChainProbe<Approval> {
  return defineProbe({
    id: 'dns.approval',
    needs: { approvals, name },
    deadline: times.osSettings,
    run: async ({ approvals, name }, _: ChainPorts, step): Promise<Outcome<Approval>> => {
      const approval = approvalFor(name.fqdn, approvals);
      step.report({ name: { approvedBy: approval?.reason ?? null } });
      if (approval !== null) return passed(approval);
      const domain = name.suffix?.suffix ?? approvableDomain(name.fqdn, await loadPublicSuffixes());
      const evidence = name.suffix === null ? [] : [`${domain} comes from ${name.suffix.source}`];
      const remedies = [{ option: 'approve-domain', value: domain }] as const;
      return unknown(
        problem('dns.unapproved-name', { name: name.fqdn, asked: name.asked, domain }, { evidence, remedies }),
      );
    },
  });
}

/**
 * What other programs see, beside what we found. That they differ is a warning, unless the request itself asked to look
 * elsewhere than the system does.
 */
export function systemResolver(request: ChainRequest, name: ChainProbe<ServerName>): ChainProbe<null> {
  const looksElsewhere = request.dns.length > 0 || request.search !== null;
  return defineProbe({
    id: 'dns.system-resolver',
    needs: { name },
    deadline: times.systemResolver,
    aside: true,
    run: async ({ name }, _: ChainPorts, step) => {
      const system = await systemLookup(name.asked, step);
      step.report({ name: { systemResolver: system } });
      const disagreement = looksElsewhere ? null : compareWithSystem(name, system);
      return warned(null, disagreement === null ? [] : [disagreement]);
    },
  });
}
