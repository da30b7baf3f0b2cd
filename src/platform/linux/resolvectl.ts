import { list, member, number, parseJson, text } from '../json.ts';
import type { DnsServerSetting } from '../os-dns-config.ts';
import { DNS_PORT, decoratedServer } from '../servers.ts';
import { type LinkDomain, linkDomain, linkTitle, type ResolvedLink } from './links.ts';
import { parseResolvectlText } from './resolvectl-text.ts';

/**
 * Reads what `resolvectl --json=short status` printed: JSON where the version has it (systemd 258), else the
 * text for people, which older versions print whatever was asked for. Never throws; nothing understood is [].
 */
export function parseResolvectl(output: string): ResolvedLink[] {
  const trimmed = output.trimStart();
  return /^[[{]/.test(trimmed) ? parseResolvectlJson(trimmed) : parseResolvectlText(output);
}

/** The JSON is one object a link (DNSConfiguration of io.systemd.Resolve), or a list or sequence of lines of them. */
function parseResolvectlJson(output: string): ResolvedLink[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const perLine = lines.map((line) => (/^[[{].*[\]}]\s*$/.test(line) ? parseJson(line) : null));
  const values = perLine.includes(null) ? [parseJson(output)] : perLine;
  return values.flatMap((value) => list({ value }, 'value')).map(toLink);
}

function toLink(item: unknown): ResolvedLink {
  const name = text(item, 'ifname') ?? text(item, 'delegate');
  const source = linkTitle({ name });
  return {
    name,
    servers: list(item, 'servers').flatMap((server) => toServer(server, source)),
    domains: list(item, 'searchDomains').flatMap(toDomain),
  };
}

function toServer(item: unknown, source: string): DnsServerSetting[] {
  const server = decoratedServer(text(item, 'addressString') ?? '', source);
  if (server === null) return [];
  return [{ ...server, port: server.port === DNS_PORT ? (number(item, 'port') ?? DNS_PORT) : server.port }];
}

function toDomain(item: unknown): LinkDomain[] {
  return linkDomain(text(item, 'name') ?? '', member(item, 'routeOnly') === true);
}
