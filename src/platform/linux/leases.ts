import { toSuffix } from '../names.ts';
import type { OriginEvidence } from '../origin.ts';

/** Where DHCP clients keep what they were given; a folder that is absent is simply empty. */
export const LEASE_FOLDERS: readonly string[] = [
  '/run/systemd/netif/leases',
  '/var/lib/NetworkManager',
  '/var/lib/dhcp',
  '/var/lib/dhclient',
];

/** True for files in those folders that hold leases (networkd names them after the link's number). */
export function isLeaseFile(path: string): boolean {
  return /\/netif\/leases\/\d+$|\.leases?$/.test(path);
}

/**
 * The suffixes that a lease file says were learnt from DHCP: networkd's and NetworkManager's own `KEY=value` form
 * (`DOMAINNAME=`, `DOMAIN_SEARCH_LIST=`) and dhclient.leases(5) (`option domain-search "a.", "b.";`, `dhcp6.` too).
 */
export function parseLease(content: string, path: string): OriginEvidence[] {
  const found = new Set<string>();
  for (const line of content.split(/\r?\n/)) {
    const key = /^(?:DOMAINNAME|DOMAIN_SEARCH_LIST)=(.*)$/.exec(line);
    const option = /^\s*option (?:dhcp6\.)?domain-(?:name|search) (.*);\s*$/.exec(line);
    const words = (key?.[1] ?? option?.[1] ?? '').split(/[\s,"]+/);
    for (const word of words) {
      const suffix = toSuffix(word);
      if (suffix !== null) found.add(suffix);
    }
  }
  return [...found].map((suffix) => ({ suffix, origin: 'dhcp', source: `DHCP lease in ${path}` }));
}
