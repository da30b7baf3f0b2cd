/**
 * Whether a DNS server's word counts that DNSSEC vouches for an answer (AD bit): from anywhere else than this machine, everybody on
 * the way can have set it (RFC 6840 5.8), unless somebody trusts that way.
 *
 * @param server `address:port` of who answered
 * @param trusted addresses
 */
export function isValidating(server: string | null, trusted: readonly string[]): boolean {
  if (server === null) return false;
  const address = server.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
  return address.startsWith('127.') || address === '::1' || trusted.includes(address);
}
