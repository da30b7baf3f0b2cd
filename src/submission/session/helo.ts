import { isIPv4, isIPv6 } from 'node:net';

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const fullName = new RegExp(`^${label}(?:\\.${label})+$`, 'i');

/**
 * The name for EHLO (RFC 5321 4.1.4): a full host name or address literal as it is given; what is neither becomes the
 * address that the connection comes from.
 */
export function heloName(wanted: string, localAddress: string): string {
  if (fullName.test(wanted) && wanted.length <= 255) return wanted;
  const literal = /^\[(?:IPv6:)?([^\]]*)\]$/i.exec(wanted)?.[1] ?? '';
  return addressLiteral(literal) ?? addressLiteral(localAddress) ?? '[127.0.0.1]';
}

/** RFC 5321 4.1.3; null when it is no address. */
function addressLiteral(address: string): string | null {
  const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(plain)) return `[${plain}]`;
  return isIPv6(plain) ? `[IPv6:${plain}]` : null;
}
