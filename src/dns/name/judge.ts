import type { CandidateReport } from '../../run/index.ts';
import type { HostAddresses } from '../addresses.ts';
import type { AskedCandidate } from './ask-candidates.ts';

/** A candidate that exists, with its addresses. */
export interface FoundCandidate extends AskedCandidate {
  readonly answer: HostAddresses;
}

export type Judgement =
  | { readonly kind: 'taken'; readonly taken: FoundCandidate }
  | { readonly kind: 'ambiguous'; readonly rivals: readonly FoundCandidate[] }
  | { readonly kind: 'none' };

/**
 * Judges the candidates in their order. A full name that exists as it was typed is meant, whatever else exists.
 * Otherwise the first that exists is taken, unless another exists that is not the same host.
 */
export function judgeCandidates(asked: readonly AskedCandidate[]): Judgement {
  const found = asked.filter(isFound);
  const taken = found[0];
  if (taken === undefined) return { kind: 'none' };
  if (isFirstAsTyped(taken, asked)) return { kind: 'taken', taken };
  const rivals = found.filter((other) => !isSameHost(taken.answer, other.answer));
  return rivals.length === 0 ? { kind: 'taken', taken } : { kind: 'ambiguous', rivals: [taken, ...rivals] };
}

/** The verdict on each candidate, for the report. */
export function verdictOn(
  { candidate, answer }: AskedCandidate,
  judgement: Judgement,
  asked: readonly AskedCandidate[],
): CandidateReport['verdict'] {
  if (judgement.kind === 'taken') {
    if (candidate === judgement.taken.candidate) return 'taken';
    if (isFirstAsTyped(judgement.taken, asked)) return 'later-in-order';
  }
  if (answer === null) return 'later-in-order';
  if (answer.kind !== 'found') return answer.kind;
  const isRival = judgement.kind === 'ambiguous' && judgement.rivals.some((rival) => rival.candidate === candidate);
  return isRival ? 'ambiguous' : 'same-host';
}

function isFound(asked: AskedCandidate): asked is FoundCandidate {
  return asked.answer?.kind === 'found';
}

function isFirstAsTyped({ candidate }: AskedCandidate, asked: readonly AskedCandidate[]): boolean {
  return candidate.suffix === null && candidate === asked[0]?.candidate;
}

/** Two names of one host: they share an address, or one alias chain ends where the other does. */
function isSameHost(one: HostAddresses, other: HostAddresses): boolean {
  return canonical(one) === canonical(other) || one.addresses.some((address) => other.addresses.includes(address));
}

function canonical({ name, canonicalNames }: HostAddresses): string {
  return canonicalNames[canonicalNames.length - 1] ?? name;
}
