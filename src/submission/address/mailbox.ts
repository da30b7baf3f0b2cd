import { isIPv4, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';

/** An envelope address (RFC 5321 4.1.2 Mailbox, RFC 6531 3.3). */
export interface MailAddress {
  /** As it was typed; beyond ASCII only with SMTPUTF8. */
  readonly local: string;
  /** On the wire: labels beyond ASCII in their A-label form (RFC 5890), or an address literal. */
  readonly domain: string;
  /** As it was typed. */
  readonly text: string;
  /** Whether only a server with SMTPUTF8 can take it. */
  readonly needsUtf8: boolean;
}

/** Octets, RFC 5321 4.5.3.1; a path is an address within angle brackets. */
const longest = { local: 64, domain: 255, address: 254 };

const atom = "[\\w!#$%&'*+/=?^`{|}~\\p{L}\\p{M}\\p{N}\\-]+";
const dotString = new RegExp(`^${atom}(?:\\.${atom})*$`, 'u');
/** Without what could end a path or need an escape: spaces, angle brackets, quotes, backslashes. */
const quotedString = /^"[!#-;=?-[\]-~]+"$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/** @returns the address, or what is wrong with it, in words */
export function readMailbox(text: string): MailAddress | string {
  const at = text.lastIndexOf('@');
  if (at < 0) return 'it has no @';
  const local = text.slice(0, at);
  const typed = text.slice(at + 1);
  const domain = typed.startsWith('[') ? typed : wireDomain(typed);
  return problemOfLocal(local) ?? problemOfDomain(domain) ?? whole({ local, domain, text });
}

function whole({ local, domain, text }: Omit<MailAddress, 'needsUtf8'>): MailAddress | string {
  if (Buffer.byteLength(`${local}@${domain}`) > longest.address) return 'it is too long';
  return { local, domain, text, needsUtf8: isBeyondAscii(local) };
}

function problemOfLocal(local: string): string | null {
  if (local === '') return 'nothing stands before the @';
  if (Buffer.byteLength(local) > longest.local) return 'the part before the @ is too long';
  const valid = dotString.test(local) || quotedString.test(local);
  return valid ? null : 'the part before the @ has a character or a form that mail addresses cannot have';
}

function problemOfDomain(domain: string): string | null {
  if (domain === '') return 'the part after the @ is not a domain';
  if (domain.startsWith('[')) return isAddressLiteral(domain) ? null : 'the address in brackets is not an IP address';
  if (domain.length > longest.domain) return 'the domain is too long';
  const labels = domain.split('.');
  if (!labels.every((part) => label.test(part))) return 'the part after the @ is not a domain';
  return labels.length > 1 ? null : 'the domain is not a full name, with a dot in it';
}

/** RFC 5321 4.1.3. */
function isAddressLiteral(text: string): boolean {
  if (!text.endsWith(']')) return false;
  const inner = text.slice(1, -1);
  // A zone such as `%eth0` means something on this machine only.
  return /^ipv6:/i.test(inner) ? isIPv6(inner.slice(5)) && !inner.includes('%') : isIPv4(inner);
}

/** Names in ASCII go out as they are; others are mapped (UTS 46), and judged only then. */
function wireDomain(typed: string): string {
  return isBeyondAscii(typed) ? domainToASCII(typed) : typed;
}

function isBeyondAscii(text: string): boolean {
  return /[^\0-\x7f]/.test(text);
}
