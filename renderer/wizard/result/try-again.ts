import type { Problem } from '../../../src/core/problem.ts';

/**
 * Whether the same password may be used once more: not after a server has judged it or the account, as each attempt can
 * count against the account, and the password has often changed by then.
 */
export function tryAgainKeepsPassword(problem: Problem | null): boolean {
  return problem === null || !/^(ldap|smtp\.auth|input)\b/.test(problem.code);
}
