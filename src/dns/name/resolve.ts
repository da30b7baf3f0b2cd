import { endedByDeadline, failed, type Outcome, passed, unknown, warned } from '../../core/index.ts';
import { isAddress } from '../../net/index.ts';
import { problem } from '../../problems/index.ts';
import type { CandidateReport, Step } from '../../run/index.ts';
import type { Resolver } from '../resolver/resolver.ts';
import { type AskedCandidate, askCandidates } from './ask-candidates.ts';
import { planCandidates } from './candidates.ts';
import { type FoundCandidate, type Judgement, judgeCandidates, verdictOn } from './judge.ts';
import { ambiguous, brokenOrder, noSearchList, notFound } from './problems.ts';
import type { NameQuestion, ResolvedName } from './question.ts';

/**
 * Finds the full name that a short one stands for, and its addresses, as the system's resolver would, but asking for
 * all candidates at once. Tells the report about each candidate in every case.
 *
 * @returns `failed` when there is no such host or no help from the servers, `unknown` when two different hosts bear the
 * name and a person has to choose, with warnings when a candidate earlier in order got no answer
 */
export async function resolveName(
  question: NameQuestion,
  resolver: Resolver,
  step: Step,
): Promise<Outcome<ResolvedName>> {
  const asked = question.asked.trim();
  const address = toAddress(asked);
  if (address !== null) return takeAddress(asked, address, step);
  step.report({ name: { asked, fqdn: null, addresses: [], candidates: [] } });
  const plan = planCandidates({ ...question, asked });
  if (plan.kind === 'invalid') {
    return failed(problem('input.invalid', { argument: 'server', value: asked, reason: plan.reason }));
  }
  if (plan.kind === 'no-search-list') return failed(noSearchList(asked));

  const answered = await askCandidates(plan.candidates, resolver, step);
  const judgement = judgeCandidates(answered);
  const candidates = answered.map((each) => toReport(each, judgement, answered));
  step.report({ name: { asked, fqdn: null, addresses: [], candidates } });
  if (step.signal.aborted && !endedByDeadline(step.signal)) return unknown(problem('run.cancelled', {}));
  if (judgement.kind === 'none') return failed(notFound(asked, answered));
  if (judgement.kind === 'ambiguous') return unknown(ambiguous(asked, judgement.rivals));
  const resolved = toResolved(asked, judgement.taken, candidates);
  step.report({ name: { asked, fqdn: resolved.fqdn, addresses: resolved.addresses, candidates } });
  return warned(resolved, brokenOrder(answered, judgement.taken));
}

/** An IP address as it may be typed, an IPv6 one also in brackets; null for a name. */
function toAddress(text: string): string | null {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  return isAddress(bare) ? bare : null;
}

function takeAddress(asked: string, address: string, step: Step): Outcome<ResolvedName> {
  const addresses = [address];
  step.report({ name: { asked, fqdn: address, addresses, candidates: [] } });
  return passed({ asked, fqdn: address, addresses, canonicalNames: [], suffix: null, candidates: [] });
}

function toResolved(
  asked: string,
  { candidate, answer }: FoundCandidate,
  candidates: readonly CandidateReport[],
): ResolvedName {
  const { addresses, canonicalNames } = answer;
  return { asked, fqdn: candidate.name, addresses, canonicalNames, suffix: candidate.suffix, candidates };
}

function toReport(each: AskedCandidate, judgement: Judgement, answered: readonly AskedCandidate[]): CandidateReport {
  const { candidate, answer } = each;
  const { name, suffix } = candidate;
  const chain = answer?.canonicalNames ?? [];
  return {
    name,
    suffix: suffix?.suffix ?? null,
    source: suffix?.source ?? 'as typed',
    // Somebody who types a full name says by that which server is meant.
    approves: suffix?.approves ?? true,
    verdict: verdictOn(each, judgement, answered),
    addresses: answer?.addresses ?? [],
    canonicalName: chain[chain.length - 1] ?? null,
    server: answer?.server ?? null,
    duration: answer?.duration ?? 0,
  };
}
