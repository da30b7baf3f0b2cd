import { cutText, err, ok, type Result } from '../../core/index.ts';
import { normalizeName } from '../../dns/index.ts';
import { isAddress } from '../../net/index.ts';
import type { ServerSetting } from '../../run/index.ts';

/** A full host name in the form that is compared; in words why it is none. An IP address can prove no name. */
export function readHost(text: string): Result<string, string> {
  const shown = cutText(text, 100);
  if (isAddress(text.replace(/^\[|\]$/g, '')))
    return err(`the server ${shown} is an IP address, which can prove no name`);
  const name = normalizeName(text);
  if (name === null) return err(text === '' ? 'it names no server' : `"${shown}" is no host name`);
  return name.includes('.') ? ok(name) : err(`the server name "${shown}" is not a full one`);
}

/** Whether a host is a domain, or in it. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

export function readPort(text: string): Result<number, string> {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65_535 ? ok(port) : err(`"${cutText(text, 20)}" is no port`);
}

/** An https URL with a host that can prove its name; in words why it is none. */
export function readHttpsUrl(text: string): Result<URL, string> {
  const shown = cutText(text, 100);
  try {
    const url = new URL(text);
    if (url.protocol !== 'https:') return err(`"${shown}" is not https`);
    if (url.username !== '' || url.password !== '') return err(`"${shown}" holds a user name`);
    const host = readHost(url.hostname);
    return host.ok ? ok(url) : host;
  } catch {
    return err(`"${shown}" is no URL`);
  }
}

/** A service that is spoken to at a URL: JMAP (RFC 8620), Exchange Web Services. */
export function webService(
  service: 'jmap' | 'exchange',
  url: URL,
  account: Pick<ServerSetting, 'authentication' | 'user'>,
): ServerSetting {
  return {
    service,
    host: url.hostname,
    port: Number(url.port) || 443,
    security: 'implicit',
    ...account,
    url: url.href,
  };
}

/** A page for people, when it is one that a browser opens; null otherwise. */
export function readPage(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
