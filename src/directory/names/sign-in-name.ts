import { err, ok, type Problem, type Result, visible } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import { parseDn } from './dn.ts';

/** How a person says who they are, taken apart. */
export interface SignInName {
  readonly form: 'upn' | 'down-level' | 'bare' | 'dn';
  /** The whole name. */
  readonly text: string;
  /** The part before `@`, the part after `\`, or all of it. */
  readonly user: string;
  /** UPN suffix, or the domain before `\` (as a rule its NetBIOS name). */
  readonly domain: string | null;
}

const longestName = 1024;
/** Letters of a sAMAccountName are all but these and control characters (MS-SAMR 3.1.1.6). */
const accountName = /^[^"/\\[\]:;|=,+*?<>@]{1,256}$/u;
const domainName =
  /^(?=.{1,255}$)[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}_])?)*$/u;

/**
 * Reads a sign-in name: UPN `alice@corp.example`, `CORP\alice`, a bare `alice`, or a DN (MS-ADTS 5.1.1.1.1). Blanks
 * around it are dropped. Nothing in it has a meaning beyond its form: `EXTERNAL` is a bare name like any other.
 *
 * @returns the name, or `input.invalid` that says what is wrong with it
 */
export function parseSignInName(input: string): Result<SignInName, Problem> {
  const text = input.trim();
  const reason = unusable(input, text);
  if (reason !== null) return invalid(text, reason);
  if (/^(?:[A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)+)\s*=/.test(text)) return distinguished(text);
  if (text.includes('\\')) return downLevel(text);
  if (text.includes('@')) return userPrincipal(text);
  if (!accountName.test(text)) return invalid(text, 'it has characters that no account name has');
  return ok({ form: 'bare', text, user: text, domain: null });
}

/** The name in the form that a simple bind to this domain understands: a bare one gets the domain's DNS name. */
export function bindName({ form, text, user }: SignInName, { dns }: { readonly dns: string }): string {
  return form === 'bare' ? `${user}@${dns}` : text;
}

function unusable(input: string, text: string): string | null {
  if (text === '') return 'it is empty';
  if (text.length > longestName) return `it is longer than ${longestName} characters`;
  // Control codes, bidi overrides and lone surrogates are what `visible` changes.
  return visible(input.trim(), longestName) === text && !/\p{Cc}/u.test(input)
    ? null
    : 'it has characters that cannot be shown';
}

function distinguished(text: string): Result<SignInName, Problem> {
  const parsed = parseDn(text);
  if (!parsed.ok) return invalid(text, `it is no distinguished name: ${parsed.error}`);
  return ok({ form: 'dn', text, user: text, domain: null });
}

function downLevel(text: string): Result<SignInName, Problem> {
  const [domain = '', user = '', ...more] = text.split('\\');
  if (more.length > 0) return invalid(text, 'it has more than one backslash');
  if (!domainName.test(domain)) return invalid(text, 'there is no domain before the backslash');
  if (!accountName.test(user)) return invalid(text, 'there is no account name after the backslash');
  return ok({ form: 'down-level', text, user, domain });
}

function userPrincipal(text: string): Result<SignInName, Problem> {
  const at = text.lastIndexOf('@');
  const [user, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (!/^[^\s@"<>()[\]:;,\\]+$/u.test(user)) return invalid(text, 'there is no user name before the @');
  if (!domainName.test(domain)) return invalid(text, 'there is no domain after the @');
  return ok({ form: 'upn', text, user, domain });
}

function invalid(value: string, reason: string): Result<never, Problem> {
  return err(problem('input.invalid', { argument: 'user', value: visible(value, 100), reason }));
}
