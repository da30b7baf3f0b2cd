import type { Owner, Problem } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { LdapResult } from './response.ts';

/** Result codes (RFC 4511 appendix A) that are read by name. */
export const resultCode = {
  success: 0,
  sizeLimitExceeded: 4,
  strongerAuthRequired: 8,
  referral: 10,
  noSuchObject: 32,
  invalidCredentials: 49,
  busy: 51,
  unavailable: 52,
} as const;

/** Whose servers the directory's are, where the catalogue names somebody else. */
export const directoryOwner: Owner = 'directory';

/** Any result other than success, as a problem. Total: a code that says nothing by itself is `ldap.unexpected`. */
export function resultProblem(result: LdapResult, host: string): Problem {
  const evidence = [describeResult(result)];
  if (result.code === resultCode.busy || result.code === resultCode.unavailable)
    return problem('ldap.unavailable', { host }, { evidence });
  return problem('ldap.unexpected', { host, result: result.code }, { evidence });
}

export function protocolError(host: string, what: string): Problem {
  return problem('ldap.protocol-error', { host }, { evidence: [what] });
}

/** What happened in place of an answer, on one line. */
export function failureText({ code, evidence }: Problem): string {
  return evidence[0] ?? (code === 'net.timeout' || code === 'run.cancelled' ? 'no answer' : code);
}

/** A result on one line: its code, and what the server says to it without the NUL that Active Directory adds. */
export function describeResult({ code, message, referrals }: LdapResult): string {
  const text = message.replace(/\0+$/, '').trim();
  const elsewhere = referrals.length === 0 ? '' : `; refers to ${referrals.join(' ')} (not followed)`;
  return `result ${code}${text === '' ? '' : `: ${text}`}${elsewhere}`;
}
