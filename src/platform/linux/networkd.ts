import { list, parseJson, text } from '../json.ts';
import { toSuffix } from '../names.ts';
import type { OriginEvidence, SuffixOrigin } from '../origin.ts';

/** networkd's words for the origin of a setting (ConfigSource of `networkctl --json`). */
const ORIGINS = new Map<string, SuffixOrigin>([
  ['static', 'static'],
  ['DHCPv4', 'dhcp'],
  ['DHCPv6', 'dhcp'],
  ['DHCP-PD', 'dhcp'],
  ['NDisc', 'router-advertisement'],
]);

/**
 * Where networkd got each link's domains from, out of `networkctl --json=short status` (systemd 250 and later):
 * an object with all interfaces, or a single interface.
 */
export function parseNetworkctl(output: string): OriginEvidence[] {
  const whole = parseJson(output);
  const interfaces = list(whole, 'Interfaces');
  return (interfaces.length > 0 ? interfaces : [whole]).flatMap((link) => {
    const name = text(link, 'Name') ?? '?';
    return [...list(link, 'SearchDomains'), ...list(link, 'RouteDomains')].flatMap((entry) => {
      const suffix = toSuffix(text(entry, 'Domain') ?? '');
      const configured = text(entry, 'ConfigSource') ?? '';
      const origin = ORIGINS.get(configured) ?? 'unknown';
      return suffix === null ? [] : [{ suffix, origin, source: `${configured || 'unknown source'} on link ${name}` }];
    });
  });
}

/** The .network file behind a link, from networkd's state file `/run/systemd/netif/links/<number>`. */
export function networkFileOf(state: string): string | null {
  return /^NETWORK_FILE=(\/\S+)$/m.exec(state)?.[1] ?? null;
}

/** The domains that an administrator wrote into a .network or resolved.conf file (systemd.network(5), `Domains=`). */
export function parseNetworkFile(content: string, path: string): OriginEvidence[] {
  let domains: string[] = [];
  for (const line of content.split(/\r?\n/)) {
    const value = /^Domains=(.*)$/.exec(line.trim())?.[1];
    // The manual: an empty assignment forgets the ones before it.
    if (value !== undefined) domains = value.trim() === '' ? [] : [...domains, ...value.trim().split(/\s+/)];
  }
  return domains.flatMap((word) => {
    const suffix = toSuffix(word.replace(/^~/, ''));
    return suffix === null ? [] : [{ suffix, origin: 'static' as const, source: path }];
  });
}
