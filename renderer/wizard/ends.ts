import type { Problem } from '../../src/core/problem.ts';
import type { Report } from '../../src/run/index.ts';

/** What a person has to say before the set-up can go on. */
export type Question = 'approve' | 'choose' | 'issuer' | 'relay-password' | 'ask-server' | 'ask-domain';

/** How a run of the wizard ended. */
export type End =
  | { readonly kind: 'done' }
  | { readonly kind: 'question'; readonly question: Question; readonly problem: Problem }
  /** Back to the form: the name or the password has to be typed again. */
  | { readonly kind: 'retype'; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem | null }
  | { readonly kind: 'cancelled' };

const questions: Readonly<Record<string, Question>> = {
  'dns.unapproved-name': 'approve',
  'dns.ambiguous-name': 'choose',
  'tls.untrusted-issuer': 'issuer',
  'dns.no-search-list': 'ask-server',
  'dns.no-server-found': 'ask-server',
  'dc.unknown-domain': 'ask-domain',
  'dc.no-srv-records': 'ask-domain',
};

const retyped: readonly string[] = ['ldap.invalid-credentials', 'ldap.no-such-user'];

/** The end of a finished run, from the first broken link of its report. */
export function endOf(report: Report): End {
  if (report.outcome === 'cancelled') return { kind: 'cancelled' };
  const problem = decisiveProblem(report);
  if (report.outcome === 'passed' || problem?.code === 'smtp.uncertain') return { kind: 'done' };
  if (problem === null) return { kind: 'failed', problem: report.problem };
  if (retyped.includes(problem.code)) return { kind: 'retype', problem };
  const question = questions[problem.code] ?? (isRelayPassword(problem, report) ? 'relay-password' : null);
  return question === null ? { kind: 'failed', problem } : { kind: 'question', question, problem };
}

function decisiveProblem({ firstFailure, probes }: Report): Problem | null {
  return probes.find(({ id }) => id === firstFailure?.probe)?.problem ?? null;
}

/** The directory took the password and the relay did not, so that the relay may have one of its own. */
function isRelayPassword({ code }: Problem, { chain }: Report): boolean {
  return code === 'smtp.auth-rejected' && chain.signIn?.outcome === 'accepted';
}
