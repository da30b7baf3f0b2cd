import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { err, mayBeAddress, ok } from '../../core/index.ts';
import { parsePort } from './number.ts';
import type { Parsed } from './parsed.ts';

export interface DnsServer {
  readonly address: string;
  readonly port: number;
}

const dnsPort = 53;
// Underscores are no part of a host name (RFC 1123), but some company networks have them.
const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** A domain name, also internationalised → lower-case ASCII without the dot at its end. */
export function parseDomain(text: string): Parsed<string> {
  const name = toAsciiName(text);
  return name === null ? err('not-a-domain') : ok(name);
}

/** Domain names separated by commas; none of them twice. */
export function parseDomains(text: string): Parsed<readonly string[]> {
  const names = text.split(',').map((part) => toAsciiName(part.trim()));
  const known = names.filter((name): name is string => name !== null);
  return known.length === names.length ? ok([...new Set(known)]) : err('not-domains');
}

/** What a person calls a server: a short name, a full name (a dot at its end is kept) or an address. */
export function parseServer(text: string): Parsed<string> {
  const address = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  if (mayBeAddress(address) && isIP(address) !== 0) return ok(address);
  if (text.includes('://')) return err('server-with-scheme');
  if (/^([^:]+|\[.*\]):\d+$/.test(text)) return err('server-with-port');
  if (text.includes('@')) return err('server-looks-like-address');
  const name = toAsciiName(text);
  if (name === null) return err('not-a-server');
  return ok(text.endsWith('.') ? `${name}.` : name);
}

/** `ADDRESS[:PORT]`, an IPv6 address with a port in brackets; several separated by commas. */
export function parseDnsServers(text: string): Parsed<readonly DnsServer[]> {
  const servers = text.split(',').map((part) => parseDnsServer(part.trim()));
  const known = servers.filter((server): server is DnsServer => server !== null);
  return known.length === servers.length ? ok(known) : err('not-dns-servers');
}

/** An IP address, in the form in which addresses are compared. */
export function parseAddress(text: string): Parsed<string> {
  const address = text
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return isIP(address) === 0 ? err('not-an-ip-address') : ok(address);
}

function parseDnsServer(text: string): DnsServer | null {
  if (isIP(text) !== 0) return { address: text, port: dnsPort };
  const found = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d+))?$/.exec(text);
  const address = found?.[1] ?? found?.[2] ?? '';
  const port = parsePort(found?.[3] ?? String(dnsPort));
  const family = isIP(address);
  const inBrackets = found?.[1] !== undefined;
  return family !== 0 && inBrackets === (family === 6) && port.ok ? { address, port: port.value } : null;
}

function toAsciiName(text: string): string | null {
  const bare = text.endsWith('.') ? text.slice(0, -1) : text;
  const isAscii = /^[\u0000-\u007f]*$/.test(bare);
  const name = isAscii ? bare.toLowerCase() : domainToASCII(bare);
  return name.length <= 253 && name.split('.').every((part) => label.test(part)) && !mayBeAddress(name) ? name : null;
}
