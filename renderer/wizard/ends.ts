import type { Problem } from '../../src/core/problem.ts';
import { problem } from '../../src/problems/index.ts';
import { accountServers, linkOf, type ProbeReport, type Report } from '../../src/run/index.ts';

/** What a person has to say before the set-up can go on. */
export type Question = 'approve' | 'choose' | 'issuer' | 'relay-password' | 'ask-server' | 'ask-domain';

/** How a run of the wizard ended. */
export type End =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'question';
      readonly question: Question;
      readonly problem: Problem;
      /** Whether there is a result without an answer, too. */
      readonly optional: boolean;
    }
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

/** What has to be decided about servers that are only published. */
const laterQuestions: Readonly<Record<string, Question>> = {
  'settings.foreign-server': 'approve',
  'tls.untrusted-issuer': 'issuer',
};

const retyped: readonly string[] = ['ldap.invalid-credentials', 'ldap.no-such-user'];

/**
 * How a run has ended, from the first broken link of its report; null while it goes on. What the published settings and the
 * mailbox got wrong takes nothing back of what the relay has accepted: it is told beside it. That the message is still
 * looked for is no reason to wait.
 */
export function endOf(report: Report): End | null {
  const { outcome, probes } = report;
  const own = probes.filter((probe) => !isBeside(probe, report));
  const broken = brokenOf(own);
  const isSubmitted = own.length > 0 && own.every(isDone) && (broken === null || isUncertain(broken));
  if (outcome === null && !(isSubmitted && probes.every((probe) => isDone(probe) || isArrival(probe)))) return null;
  if (isSubmitted) return laterQuestion(report) ?? { kind: 'done' };
  if (outcome === 'cancelled') return { kind: 'cancelled' };
  return broken?.problem ? endBy(broken.problem, report) : { kind: 'failed', problem: report.problem };
}

/** Whether the message is still being looked for, after everything else was done. */
export function isArrivalAwaited({ outcome, probes }: Report): boolean {
  return outcome === null && probes.some((probe) => isArrival(probe) && !isDone(probe));
}

function endBy(problem: Problem, report: Report): End {
  if (retyped.includes(problem.code)) return { kind: 'retype', problem };
  const question = questions[problem.code] ?? (isRelayPassword(problem, report) ? 'relay-password' : null);
  return question === null ? { kind: 'failed', problem } : { kind: 'question', question, problem, optional: false };
}

/** A server that the settings name, and that nobody has approved, is asked about before any client is given it. */
function laterQuestion(report: Report): End | null {
  const optional = report.request?.goal === 'set-up';
  // A web server that somebody looked for settings on is given no password: it is no matter for a question.
  for (const { problem } of report.probes.filter((probe) => linkOf(probe) === 'mailbox')) {
    const question = problem && laterQuestions[problem.code];
    if (question) return { kind: 'question', question, problem, optional };
  }
  const { incoming, outgoing } = accountServers(report);
  for (const server of [incoming, outgoing]) {
    if (server === null || server.toApprove === null) continue;
    const foreign = problem('settings.foreign-server', { host: server.host, domain: server.toApprove });
    return { kind: 'question', question: 'approve', problem: foreign, optional };
  }
  return null;
}

const besides: readonly string[] = ['settings', 'mailbox', 'custody'];

/** A search for settings alone is about nothing else. */
function isBeside(probe: ProbeReport, { request }: Report): boolean {
  return request?.goal === 'set-up' && besides.includes(linkOf(probe));
}

function isArrival({ id }: ProbeReport): boolean {
  return id === 'custody.read-back';
}

function isDone({ outcome }: ProbeReport): boolean {
  return outcome !== 'waiting' && outcome !== 'running';
}

function brokenOf(probes: readonly ProbeReport[]): ProbeReport | null {
  return (
    probes.find(({ outcome }) => outcome === 'failed') ??
    probes.find(({ outcome, aside }) => outcome === 'unknown' && !aside) ??
    null
  );
}

/** The relay may have taken the message: nothing is sent again, and everything else holds. */
function isUncertain({ problem }: ProbeReport): boolean {
  return problem?.code === 'smtp.uncertain';
}

/** The directory took the password and the relay did not, so that the relay may have one of its own. */
function isRelayPassword({ code }: Problem, { chain }: Report): boolean {
  return code === 'smtp.auth-rejected' && chain.signIn?.outcome === 'accepted';
}
