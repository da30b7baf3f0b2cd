import type { Problem } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import { describeResult, resultCode, resultProblem } from '../ldap/problem.ts';
import type { LdapResult } from '../ldap/response.ts';

/** Active Directory's codes after `data` in the text of result 49: Win32 error codes (MS-ERREF 2.2). */
const subCodes: Readonly<Record<string, BindCode>> = {
  '525': 'ldap.no-such-user',
  '52e': 'ldap.invalid-credentials',
  '530': 'ldap.logon-restricted',
  '531': 'ldap.logon-restricted',
  '532': 'ldap.password-expired',
  '533': 'ldap.account-disabled',
  '701': 'ldap.account-expired',
  '773': 'ldap.must-change-password',
  '775': 'ldap.account-locked',
};

type BindCode =
  | 'ldap.no-such-user'
  | 'ldap.invalid-credentials'
  | 'ldap.logon-restricted'
  | 'ldap.password-expired'
  | 'ldap.account-disabled'
  | 'ldap.account-expired'
  | 'ldap.must-change-password'
  | 'ldap.account-locked'
  | 'ldap.strong-auth-required'
  | 'ldap.channel-binding-required';

export interface BindVerdict {
  readonly problem: Problem;
  /** Whether the directory judged the account: otherwise nothing is known about the password. */
  readonly judged: boolean;
}

/**
 * Every result of a bind other than success, as a problem. Total: what has no meaning here is `ldap.unavailable` or
 * `ldap.unexpected`.
 */
export function bindProblem(result: LdapResult, { user, host }: { user: string; host: string }): BindVerdict {
  const code = codeOf(result);
  if (code === null) return { problem: resultProblem(result, host), judged: false };
  const judged = code !== 'ldap.strong-auth-required' && code !== 'ldap.channel-binding-required';
  return { problem: problem(code, { user, host }, { evidence: [describeResult(result)] }), judged };
}

function codeOf({ code, message }: LdapResult): BindCode | null {
  if (code === resultCode.strongerAuthRequired) return 'ldap.strong-auth-required';
  if (code !== resultCode.invalidCredentials) return null;
  // SEC_E_BAD_BINDINGS: the channel binding token is missing or wrong, and the password was not looked at.
  if (/\b80090346\b/.test(message)) return 'ldap.channel-binding-required';
  const subCode = /\bdata\s+([0-9a-f]+)\b/i.exec(message)?.[1]?.toLowerCase();
  return subCodes[subCode ?? '52e'] ?? 'ldap.invalid-credentials';
}
