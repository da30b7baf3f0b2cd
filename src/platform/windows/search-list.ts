import { excerpt, isWithin, labelCount, toSuffix } from '../names.ts';
import type { SuffixOrigin } from '../origin.ts';
import type { SearchSuffix } from '../os-dns-config.ts';
import type { WindowsConnection, WindowsFacts } from './facts.ts';

/** Names of one label are top-level domains: no name may be looked up there on the way up. */
const LEAST_LABELS = 2;

/**
 * The suffixes that Windows appends, in its order: the policy's list, else the machine's list, else the primary
 * suffix, the suffixes of the connections, and the parents of the primary suffix ("devolution").
 */
export function windowsSearch(facts: WindowsFacts, notes: string[]): SearchSuffix[] {
  const fromPolicy = listed(facts.policy.searchList, 'policy', 'group policy', notes);
  if (fromPolicy.length > 0) return fromPolicy;
  // The list lies under HKEY_LOCAL_MACHINE, so it took an administrator to write it.
  const fromMachine = listed(facts.tcpip.searchList, 'static', 'TCP/IP settings', notes);
  if (fromMachine.length > 0) return fromMachine;
  const primary = primarySuffix(facts);
  return [
    ...(primary === null ? [] : [primary]),
    ...facts.connections.flatMap((connection) => connectionSuffixes(connection)),
    ...(primary === null ? [] : devolved(primary, facts, notes)),
  ];
}

/** Windows stops reading at the first empty entry, so a list that starts with a comma says nothing at all. */
function listed(value: string | null, origin: SuffixOrigin, place: string, notes: string[]): SearchSuffix[] {
  if (value === null) return [];
  const entries = value.split(',').map((word) => word.trim());
  const end = entries.indexOf('');
  if (end === 0) {
    notes.push(`A search list in ${place} starts with a comma and is ignored`);
    return [];
  }
  if (entries.slice(end).some((word) => end > 0 && word !== ''))
    notes.push(`The search list in ${place} is cut at its first empty entry`);
  return (end < 0 ? entries : entries.slice(0, end)).flatMap((word) => {
    const suffix = toSuffix(word);
    if (suffix !== null) return [{ suffix, origin, source: `${place}, search list` }];
    notes.push(`'${excerpt(word)}' in the search list of ${place} is not a domain name and is left out`);
    return [];
  });
}

function primarySuffix(facts: WindowsFacts): SearchSuffix | null {
  const byPolicy = toSuffix(facts.policy.domain ?? facts.policy.nextDomain ?? '');
  const inUse = toSuffix(facts.tcpip.domain ?? '') ?? byPolicy ?? toSuffix(facts.tcpip.nextDomain ?? '');
  if (inUse === null) return null;
  if (inUse === byPolicy) return { suffix: inUse, origin: 'policy', source: 'primary suffix, group policy' };
  const origin = inUse === facts.machineDomain ? 'domain-join' : 'static';
  return { suffix: inUse, origin, source: 'primary suffix of the computer' };
}

function connectionSuffixes(connection: WindowsConnection): SearchSuffix[] {
  const source = `connection "${connection.name}"`;
  const fixed = toSuffix(connection.staticSuffix ?? '');
  const learnt = toSuffix(connection.dhcpSuffix ?? '');
  const words =
    connection.suffixes.length > 0 ? connection.suffixes : [connection.staticSuffix ?? connection.dhcpSuffix];
  return words.flatMap((word): SearchSuffix[] => {
    const suffix = toSuffix(word ?? '');
    if (suffix === null) return [];
    if (suffix === fixed) return [{ suffix, origin: 'static', source }];
    return [{ suffix, origin: suffix === learnt ? 'dhcp' : 'unknown', source }];
  });
}

/**
 * The parents of the primary suffix, down to the domain that the computer was joined to and never above it:
 * a name under a parent that nobody configured may belong to a stranger (RFC 1535).
 */
function devolved(primary: SearchSuffix, facts: WindowsFacts, notes: string[]): SearchSuffix[] {
  const { machineDomain, policy, tcpip } = facts;
  if ((policy.useDevolution ?? tcpip.useDevolution ?? 1) === 0) return [];
  if (machineDomain === null || !isWithin(primary.suffix, machineDomain)) return [];
  const level = policy.devolutionLevel ?? tcpip.devolutionLevel ?? 0;
  const least = Math.max(LEAST_LABELS, labelCount(machineDomain), level);
  if (level >= LEAST_LABELS && level < labelCount(machineDomain)) {
    notes.push(`Devolution is set to level ${level}, but never goes above the domain of this machine`);
  }
  const labels = primary.suffix.split('.');
  const parents: SearchSuffix[] = [];
  for (let start = 1; labels.length - start >= least; start += 1) {
    const suffix = labels.slice(start).join('.');
    parents.push({ suffix, origin: primary.origin, source: 'parent of the primary suffix' });
  }
  return parents;
}
