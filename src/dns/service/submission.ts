import type { Problem } from '../../core/index.ts';
import type { Step } from '../../run/index.ts';
import type { Resolver } from '../resolver/resolver.ts';
import { locateService, type ServiceLocation, type ServiceTarget } from './locate.ts';

export interface SubmissionCandidate extends ServiceTarget {
  readonly security: 'implicit' | 'starttls';
}

export interface SubmissionServers {
  /** In the order to try them. */
  readonly candidates: readonly SubmissionCandidate[];
  /** What kept DNS from answering, when nothing was found for that reason. */
  readonly problem: Problem | null;
}

/**
 * Asks a mail domain where its people submit mail: `_submissions._tcp` (implicit TLS, RFC 8314 5.1) and
 * `_submission._tcp` (STARTTLS, RFC 6186 3.1), at once.
 *
 * @returns candidates in the order to try them: priorities compare over both services (RFC 6186 3.3), and of equal ones
 * implicit TLS is first (RFC 8314 3)
 */
export async function findSubmissionServer(domain: string, resolver: Resolver, step: Step): Promise<SubmissionServers> {
  const [implicit, startTls] = await Promise.all([
    locateService(`_submissions._tcp.${domain}`, resolver, step),
    locateService(`_submission._tcp.${domain}`, resolver, step),
  ]);
  const candidates = [...withSecurity(implicit, 'implicit'), ...withSecurity(startTls, 'starttls')];
  const failure = [implicit, startTls].find((location) => location.kind === 'failed');
  const problem = candidates.length === 0 && failure?.kind === 'failed' ? failure.problem : null;
  return { candidates: candidates.sort((a, b) => a.priority - b.priority), problem };
}

function withSecurity(location: ServiceLocation, security: SubmissionCandidate['security']): SubmissionCandidate[] {
  return location.kind === 'found' ? location.targets.map((target) => ({ ...target, security })) : [];
}
