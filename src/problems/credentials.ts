import type { Problem, Secret } from '../core/index.ts';
import { problem } from './problem.ts';

/**
 * Why a name and a password are not sent to any server; null when they may be. Empty and blank passwords mean "anonymous"
 * to some servers (RFC 4513 5.1.2); NUL would split a SASL message, other control characters a line.
 */
export function unusableCredentials(user: string, password: Secret): Problem | null {
  if (!password.usable) {
    return problem('input.invalid', {
      argument: 'password',
      value: '',
      reason: 'it is empty, blank or endless, or has a NUL in it',
    });
  }
  if (user === '' || /[\0-\x1f\x7f]/.test(user)) {
    return problem('input.invalid', { argument: 'user', value: user, reason: 'it is empty or has control characters' });
  }
  return null;
}
