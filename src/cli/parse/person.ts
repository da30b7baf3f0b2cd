import { err, ok, type Result } from '../../core/index.ts';
import { parseDomain } from './host.ts';

const example = 'for example bob@partner.example';
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * A mail address, looked at lightly: enough to catch a slip of the hand before anything starts. The engine checks it
 * strictly (RFC 5321 4.1.2) before it gets near a server.
 */
export function parseMailAddress(text: string): Result<string, string> {
  const at = text.lastIndexOf('@');
  if (at < 1) return err(`this is not a mail address; give the whole one, ${example}`);
  const local = text.slice(0, at);
  if (!isLocalPart(local) || control.test(text)) return err(adviceFor(local));
  if (text.length > 320) return err(`this is longer than a mail address can be; ${example}`);
  return parseDomain(text.slice(at + 1)).ok ? ok(text) : err(`what follows the @ is not a domain name; ${example}`);
}

// RFC 5321 4.1.2 with the characters of RFC 6531; blanks and marks of a list belong to what stands around an address.
const dotString = /^[^\s"(),:;<>@[\\\]]+$/;
const quotedString = /^"([^"\\]|\\.)*"$/;

function isLocalPart(text: string): boolean {
  if (quotedString.test(text)) return true;
  return dotString.test(text) && text.split('.').every((part) => part !== '');
}

function adviceFor(local: string): string {
  if (/[,;].*@|@.*[,;]/.test(local))
    return `give one mail address, and repeat the option for each further one; ${example}`;
  if (dotString.test(local)) return 'the part before the @ begins or ends with a dot, or has two in a row';
  return `give one mail address and nothing around it, ${example}`;
}

/** Where mail goes to: a mail address or a domain. */
export function parseDestination(text: string): Result<string, string> {
  if (text.includes('@')) return parseMailAddress(text);
  const domain = parseDomain(text);
  return domain.ok ? domain : err('give a mail address or a domain, for example partner.example');
}

/** A sign-in name: UPN, `DOMAIN\user`, bare name or distinguished name. The directory's room tells them apart. */
export function parseUser(text: string): Result<string, string> {
  const name = text.trim();
  if (!isOneLine(text, 1_024)) {
    return err('give a sign-in name: alice@corp.example, CORP\\alice, alice, or a distinguished name');
  }
  if (/^[\\@]/.test(name)) return err('something is missing before it; give alice@corp.example or CORP\\alice');
  if (/[\\@]$/.test(name)) return err('something is missing after it; give alice@corp.example or CORP\\alice');
  return ok(name);
}

/** The name of an Active Directory site. */
export function parseSite(text: string): Result<string, string> {
  return isOneLine(text, 63) ? ok(text.trim()) : err('give the name of a site, for example HQ');
}

/** The subject of a message. */
export function parseSubject(text: string): Result<string, string> {
  return text === '' || isOneLine(text, 900) ? ok(text) : err('give one line of at most 900 characters');
}

function isOneLine(text: string, limit: number): boolean {
  return text.trim() !== '' && text.length <= limit && !control.test(text);
}
