import { domainToASCII } from 'node:url';
import { err, ok, type Problem, type Result } from '../core/index.ts';
import { isDomainName } from '../dns/index.ts';
import { problem } from '../problems/index.ts';
import type { Question } from './source.ts';

/**
 * Whose settings are looked for: an address or a UPN, or a bare domain.
 *
 * @returns `settings.no-domain` when there is no domain in it that DNS could know
 */
export function questionOf(asked: string): Result<Question, Problem> {
  const at = asked.lastIndexOf('@');
  const domain = domainToASCII(asked.slice(at + 1).replace(/\.$/, '')).toLowerCase();
  const localPart = at === -1 ? null : asked.slice(0, at);
  if (localPart === '' || !domain.includes('.') || !isDomainName(domain)) {
    return err(problem('settings.no-domain', { address: asked }));
  }
  return ok({ domain, localPart, address: localPart === null ? null : `${localPart}@${domain}` });
}
