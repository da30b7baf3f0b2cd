import { err, ok, type TextFlaw } from '../../core/index.ts';
import { parseDomain } from './host.ts';
import type { Parsed } from './parsed.ts';

const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * A mail address, looked at lightly: enough to catch a slip of the hand before anything starts. The engine checks it
 * strictly (RFC 5321 4.1.2) before it gets near a server.
 */
export function parseMailAddress(text: string): Parsed<string> {
  const at = text.lastIndexOf('@');
  if (at < 1) return err('not-an-address');
  const local = text.slice(0, at);
  if (!isLocalPart(local) || control.test(text)) return err(flawIn(local));
  if (text.length > 320) return err('address-too-long');
  return parseDomain(text.slice(at + 1)).ok ? ok(text) : err('address-without-domain');
}

// RFC 5321 4.1.2 with the characters of RFC 6531; blanks and marks of a list belong to what stands around an address.
const dotString = /^[^\s"(),:;<>@[\\\]]+$/;
const quotedString = /^"([^"\\]|\\.)*"$/;

function isLocalPart(text: string): boolean {
  if (quotedString.test(text)) return true;
  return dotString.test(text) && text.split('.').every((part) => part !== '');
}

function flawIn(local: string): TextFlaw {
  if (/[,;].*@|@.*[,;]/.test(local)) return 'several-addresses';
  return dotString.test(local) ? 'address-dots' : 'something-around-address';
}

/** Where mail goes to: a mail address or a domain. */
export function parseDestination(text: string): Parsed<string> {
  if (text.includes('@')) return parseMailAddress(text);
  const domain = parseDomain(text);
  return domain.ok ? domain : err('not-a-destination');
}

/**
 * Whose settings are looked for: a mail address or a domain, either with a full domain name. A name alone is somebody in the
 * domain that is known otherwise.
 *
 * @param domain null when none is known
 */
export function parseWhose(text: string, domain: string | null): Parsed<string> {
  if (domain === null && /^[^@]+\\[^@]+$/.test(text.trim())) return err('bare-name');
  const isBare = !/[@.]/.test(text);
  // The name before a backslash is what Windows calls the domain, which is no DNS name.
  const name = text.slice(text.indexOf('\\') + 1);
  const parsed = parseDestination(isBare && domain !== null ? `${name}@${domain}` : text);
  const isFull = parsed.ok && /[^.]\.[^.]/.test(parsed.value.slice(parsed.value.lastIndexOf('@') + 1));
  return parsed.ok && !isFull ? err('bare-name') : parsed;
}

/** A sign-in name: UPN, `DOMAIN\user`, bare name or distinguished name. The directory's room tells them apart. */
export function parseUser(text: string): Parsed<string> {
  const name = text.trim();
  if (!isOneLine(text, 1_024)) return err('not-a-user');
  if (/^[\\@]/.test(name)) return err('user-without-start');
  if (/[\\@]$/.test(name)) return err('user-without-end');
  return ok(name);
}

/** The name of an Active Directory site. */
export function parseSite(text: string): Parsed<string> {
  return isOneLine(text, 63) ? ok(text.trim()) : err('not-a-site');
}

/** The subject of a message. */
export function parseSubject(text: string): Parsed<string> {
  return text === '' || isOneLine(text, 900) ? ok(text) : err('not-a-subject');
}

function isOneLine(text: string, limit: number): boolean {
  return text.trim() !== '' && text.length <= limit && !control.test(text);
}
