import { toSuffix } from '../names.ts';
import type { DnsServerSetting } from '../os-dns-config.ts';

/** What systemd-resolved knows about one link, or about the machine as a whole (`name` null: "Global"). */
export interface ResolvedLink {
  readonly name: string | null;
  readonly servers: readonly DnsServerSetting[];
  readonly domains: readonly LinkDomain[];
}

export interface LinkDomain {
  /** A suffix in normal form, or '.' for `~.`: this link takes every name. */
  readonly domain: string;
  /** True for `~corp.example`: names there go to this link, but short names are not completed with it. */
  readonly routeOnly: boolean;
}

/** How a link is called in sources and notes. */
export function linkTitle(link: Pick<ResolvedLink, 'name'>): string {
  return link.name === null ? 'systemd-resolved settings' : `link ${link.name}`;
}

/** One domain as resolved writes it: `corp.example`, `~corp.example` or `~.`; none when it is not a name. */
export function linkDomain(word: string, routeOnly = false): LinkDomain[] {
  const bare = word.replace(/^~/, '');
  const only = routeOnly || word.startsWith('~');
  if (bare === '.') return only ? [{ domain: '.', routeOnly: true }] : [];
  const domain = toSuffix(bare);
  return domain === null ? [] : [{ domain, routeOnly: only }];
}
