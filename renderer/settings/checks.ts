import type { Flaw } from '../../src/core/flaw.ts';

// Underscores are no part of a host name (RFC 1123), but some company networks have them.
const label = /^[\p{L}\p{N}_]([\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?$/u;

/** What is wrong with a domain name at first sight; null when nothing is, or when there is none. */
export function domainFlaw(text: string): Flaw | null {
  return text === '' || isName(text) ? null : 'not-a-domain';
}

/** The same for a server: a short name, a full name or an address. The main process looks closer. */
export function serverFlaw(text: string): Flaw | null {
  if (text === '' || /^\[?[0-9a-f]*:[0-9a-f:.]+\]?$/i.test(text)) return null;
  if (text.includes('://')) return 'server-with-scheme';
  if (/:\d+$/.test(text)) return 'server-with-port';
  if (text.includes('@')) return 'server-looks-like-address';
  return isName(text) ? null : 'not-a-server';
}

function isName(text: string): boolean {
  const name = text.replace(/\.$/, '');
  return name.length <= 253 && name.split('.').every((part) => label.test(part));
}
