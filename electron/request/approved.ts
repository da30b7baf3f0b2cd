import { approvalFor } from '../../src/chain/approval.ts';
import type { ChainRequest } from '../../src/chain/request.ts';
import type { PolicyValues } from '../policy/index.ts';
import type { Faultfinder } from './faultfinder.ts';

/**
 * Where the approved domains are locked, nothing that a person typed or chose may approve another one, as the full name
 * of a server, a domain and a search suffix otherwise do. The sign-in name may: its password belongs to its own domain.
 */
export function demandApproved(
  { server, domain, search }: ChainRequest,
  { locked, preset }: PolicyValues,
  faults: Faultfinder,
): void {
  const approvals = locked.approvedDomains?.map((name) => ({ domain: name, reason: 'policy' }));
  if (approvals === undefined) return;
  const demand = (field: 'server' | 'domain' | 'search', name: string | null, fromPolicy: readonly unknown[] = []) => {
    if (name === null || fromPolicy.includes(name) || isShort(name)) return;
    if (approvalFor(name.replace(/\.$/, ''), approvals) === null) faults.add(field, 'locked', name);
  };
  demand('server', server, [locked.server, preset.server]);
  demand('domain', domain, [locked.domain, preset.domain]);
  for (const suffix of search ?? []) demand('search', suffix);
}

/** A short name approves nothing by itself. */
function isShort(name: string): boolean {
  return !/[.:]/.test(name);
}
