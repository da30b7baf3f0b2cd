import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { err, mayBeAddress, ok, type Result } from '../../core/index.ts';
import { parsePort } from './number.ts';

export interface DnsServer {
  readonly address: string;
  readonly port: number;
}

const dnsPort = 53;
// Underscores are no part of a host name (RFC 1123), but some company networks have them.
const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;

/** A domain name, also internationalised → lower-case ASCII without the dot at its end. */
export function parseDomain(text: string): Result<string, string> {
  const name = toAsciiName(text);
  return name === null ? err('give a domain name, for example corp.example') : ok(name);
}

/** Domain names separated by commas; none of them twice. */
export function parseDomains(text: string): Result<readonly string[], string> {
  const names = text.split(',').map((part) => toAsciiName(part.trim()));
  const known = names.filter((name): name is string => name !== null);
  return known.length === names.length
    ? ok([...new Set(known)])
    : err('give domain names separated by commas, for example office.corp.example,corp.example');
}

/** What a person calls a server: a short name, a full name (a dot at its end is kept) or an address. */
export function parseServer(text: string): Result<string, string> {
  const address = /^\[(.*)\]$/.exec(text)?.[1] ?? text;
  if (mayBeAddress(address) && isIP(address) !== 0) return ok(address);
  if (text.includes('://')) return err('give the name alone, without a scheme, for example mail.corp.example');
  if (/^([^:]+|\[.*\]):\d+$/.test(text)) return err('give the name alone, and the port with --port');
  if (text.includes('@')) return err('this looks like a mail address; give the server’s name, for example mail');
  const name = toAsciiName(text);
  if (name === null) return err('give a server’s name or address, for example mail or mail.corp.example');
  return ok(text.endsWith('.') ? `${name}.` : name);
}

/** `ADDRESS[:PORT]`, an IPv6 address with a port in brackets; several separated by commas. */
export function parseDnsServers(text: string): Result<readonly DnsServer[], string> {
  const servers = text.split(',').map((part) => parseDnsServer(part.trim()));
  const known = servers.filter((server): server is DnsServer => server !== null);
  return known.length === servers.length
    ? ok(known)
    : err('give the address of a DNS server, with a port if it is not 53: 10.0.0.1, 10.0.0.1:5353 or [2001:db8::1]:53');
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
