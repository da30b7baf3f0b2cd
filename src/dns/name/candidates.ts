import { isQualified, normalizeName } from '../names.ts';
import type { NameQuestion, SuffixSetting } from './question.ts';

/** No system uses more suffixes than a handful; a hostile network could announce thousands. */
const mostCandidates = 32;

/** A full name that the asked one may stand for; `suffix` is null for the name as it was typed. */
export interface Candidate {
  readonly name: string;
  readonly suffix: SuffixSetting | null;
}

export type CandidatePlan =
  | { readonly kind: 'candidates'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'invalid'; readonly reason: string }
  | { readonly kind: 'no-search-list' };

/**
 * Which full names to ask for, in the order that decides (resolv.conf(5), `search` and `ndots`). Suffixes are taken as
 * they are, never shortened, and a name of one label is never a candidate.
 */
export function planCandidates({ asked, suffixes, ndots }: NameQuestion): CandidatePlan {
  const name = normalizeName(asked);
  if (name === null) return { kind: 'invalid', reason: 'it is neither a domain name nor an address' };
  const asTyped = isQualified(name) ? [{ name, suffix: null }] : [];
  if (asked.endsWith('.')) {
    return asTyped.length > 0
      ? { kind: 'candidates', candidates: asTyped }
      : { kind: 'invalid', reason: 'a name of one label with a final dot cannot be completed' };
  }
  const completed = suffixes.flatMap((suffix) => complete(name, suffix));
  const dots = name.split('.').length - 1;
  const ordered = dots >= ndots ? [...asTyped, ...completed] : [...completed, ...asTyped];
  const candidates = unique(ordered).slice(0, mostCandidates);
  return candidates.length > 0 ? { kind: 'candidates', candidates } : { kind: 'no-search-list' };
}

/** Nothing for a suffix that makes no valid name, or a root suffix, which would leave the name as it is. */
function complete(name: string, suffix: SuffixSetting): Candidate[] {
  const completed = normalizeName(`${name}.${suffix.suffix}`);
  return completed === null || completed === name ? [] : [{ name: completed, suffix }];
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ name }, i) => candidates.findIndex((other) => other.name === name) === i);
}
