import type { SuffixOrigin } from '../origin.ts';

/** Who wrote the resolv.conf, and what that makes of its suffixes as long as nothing better is known. */
export interface Author {
  readonly name: string;
  readonly origin: SuffixOrigin;
}

/** A file without any trace of a program is an administrator's. */
export const BY_HAND: Author = { name: 'an administrator', origin: 'static' };
export const RESOLVED: Author = { name: 'systemd-resolved', origin: 'unknown' };
export const NETWORK_MANAGER: Author = { name: 'NetworkManager', origin: 'dhcp' };

/** What each program leaves in the comments it writes, or in the path it links to. More specific ones first. */
const TRACES: ReadonlyArray<readonly [RegExp, Author]> = [
  [/systemd-resolved|\/systemd\/resolve/i, RESOLVED],
  [/NetworkManager/i, NETWORK_MANAGER],
  [/tailscale/i, { name: 'Tailscale', origin: 'unknown' }],
  [/vpnc|openvpn|openconnect|wg-quick|wireguard|anyconnect|globalprotect|forti/i, { name: 'a VPN', origin: 'unknown' }],
  [/docker|podman|containers?\b/i, { name: 'a container engine', origin: 'unknown' }],
  [/\bwsl\b/i, { name: 'WSL', origin: 'unknown' }],
  [/cloud-init/i, { name: 'cloud-init', origin: 'unknown' }],
  [/dhclient/i, { name: 'dhclient', origin: 'dhcp' }],
  [/dhcpcd|resolv\.conf from \S+/i, { name: 'dhcpcd', origin: 'dhcp' }],
  [/netconfig/i, { name: 'netconfig', origin: 'dhcp' }],
  [/connection manager|connman/i, { name: 'ConnMan', origin: 'dhcp' }],
  [/netplan|networkd/i, { name: 'systemd-networkd', origin: 'dhcp' }],
  [/resolvconf/i, { name: 'resolvconf', origin: 'dhcp' }],
  [/dhcp/i, { name: 'a DHCP client', origin: 'dhcp' }],
  [/generated|managed by|automatically|do not edit|dynamic/i, { name: 'a program', origin: 'dhcp' }],
];

/** udhcpc names the interface after each value: `search corp.example # eth0`. */
const INTERFACE_REMARK =
  /^(?:search|domain|nameserver)\s[^#]*#\s*(?:eth|en|wl|ww|usb|br|bond|veth|tun|ppp)[a-z]*\d\S*\s*$/m;

/**
 * Tells a person's resolv.conf from a program's, by its comments and by the path behind the link
 * (`realPath`, null when unknown).
 */
export function resolvConfAuthor(text: string, realPath: string | null): Author {
  const linked = realPath !== null && !realPath.startsWith('/etc/') ? realPath : '';
  const comments = text.split(/\r\n|\r|\n/).filter((line) => /^\s*[#;]/.test(line));
  const evidence = [linked, ...comments].join('\n');
  for (const [trace, author] of TRACES) if (trace.test(evidence)) return author;
  if (INTERFACE_REMARK.test(text.replace(/\r/g, ''))) return { name: 'udhcpc', origin: 'dhcp' };
  return linked === '' ? BY_HAND : { name: `a program (${linked})`, origin: 'unknown' };
}
