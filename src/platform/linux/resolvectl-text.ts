import type { DnsServerSetting } from '../os-dns-config.ts';
import { decoratedServer } from '../servers.ts';
import { type LinkDomain, linkDomain, linkTitle, type ResolvedLink } from './links.ts';

interface DraftLink {
  name: string | null;
  servers: DnsServerSetting[];
  domains: LinkDomain[];
}

/**
 * `   DNS Servers: 10.1.0.53`. systemd 252 leaves the colon out in its global section, and the longest label may start
 * at the margin. An IPv6 address has colons too, but no space after them.
 */
const LABELLED = /^\s*((?:Fallback |Current )?DNS (?:Servers?|Domains?)|[A-Za-z][A-Za-z ./]*(?=:)):?(?:\s+(.*))?$/;

/**
 * Reads `resolvectl status` (or `systemd-resolve --status`) as printed for people. Sections start at the left
 * margin (`Global`, `Link 2 (eth0)`, `Delegate vpn`); a value without a label continues the label above it.
 */
export function parseResolvectlText(output: string): ResolvedLink[] {
  const links: DraftLink[] = [];
  let label = '';
  for (const line of output.split(/\r?\n/)) {
    const section = sectionName(line);
    if (section !== undefined) {
      links.push({ name: section, servers: [], domains: [] });
      label = '';
      continue;
    }
    const labelled = LABELLED.exec(line);
    if (labelled !== null) label = labelled[1] ?? '';
    const values = labelled === null ? line : (labelled[2] ?? '');
    const link = links[links.length - 1];
    if (link !== undefined) addValues(link, label, values.split(/\s+/).filter(Boolean));
  }
  return links;
}

/** The link a heading opens; null for the global section, undefined when the line is no heading. */
function sectionName(line: string): string | null | undefined {
  if (/^Global\s*$/.test(line)) return null;
  const link = /^Link \d+ \(([^)]+)\)/.exec(line) ?? /^Delegate (\S+)/.exec(line);
  return link?.[1];
}

function addValues(link: DraftLink, label: string, values: readonly string[]): void {
  if (label === 'DNS Servers') {
    for (const value of values) {
      const server = decoratedServer(value, linkTitle(link));
      if (server !== null) link.servers.push(server);
    }
  } else if (label === 'DNS Domain') {
    link.domains.push(...values.flatMap((value) => linkDomain(value)));
  }
}
