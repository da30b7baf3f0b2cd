import { isIP } from 'node:net';
import type { DnsServerSetting } from './os-dns-config.ts';

export const DNS_PORT = 53;

/** A server written as a bare address, IPv6 zones included; null when it is not an address. */
export function plainServer(text: string, source: string): DnsServerSetting | null {
  return isIP(text) === 0 ? null : { address: text, port: DNS_PORT, source };
}

/**
 * A server in the long form of resolved.conf(5) and of Node's resolver: `address`, `address:port`,
 * `[address]:port`, each with an optional `%interface` and `#name-for-its-certificate`.
 */
export function decoratedServer(text: string, source: string): DnsServerSetting | null {
  const [spec = ''] = text.split('#');
  const plain = plainServer(spec, source);
  if (plain !== null) return plain;
  const parts = /^(?:\[([^\]]+)\]|([\d.]+))(?::(\d{1,5}))?(?:%(\S+))?$/.exec(spec);
  if (parts === null) return null;
  const [, six, four, portText, zone] = parts;
  const port = portText === undefined ? DNS_PORT : Number(portText);
  if (port < 1 || port > 65535) return null;
  const bare = six ?? four ?? '';
  const address = six !== undefined && zone !== undefined && !six.includes('%') ? `${six}%${zone}` : bare;
  return isIP(address) === 0 ? null : { address, port, source };
}
