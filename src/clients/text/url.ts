import type { OutgoingServer } from '../account.ts';

/** Everything but the unreserved characters of RFC 3986 (2.3) as `%XX`. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `host:port`, an IPv6 address in brackets (RFC 3986, 3.2.2). */
export function hostPort({ host, port }: Pick<OutgoingServer, 'host' | 'port'>): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** `scheme://user@host:port`; without the user where nobody signs in. */
export function serverUrl(scheme: string, server: OutgoingServer): string {
  const user = server.authentication === 'none' ? '' : `${percentEncoded(server.user)}@`;
  return `${scheme}://${user}${hostPort(server)}`;
}
