import type { CandidateReport } from '../../run/index.ts';

/** A search suffix, as the chain knows it. */
export interface SuffixSetting {
  readonly suffix: string;
  /** Where it comes from, in words. */
  readonly source: string;
  /** Whether names under it are approved without asking. */
  readonly approves: boolean;
}

export interface NameQuestion {
  /** What was typed or worked out: a short name, a full name or an address. */
  readonly asked: string;
  /** In the order in which the system would use them. */
  readonly suffixes: readonly SuffixSetting[];
  /** A name with fewer dots is completed before it is taken as it is (resolv.conf(5)). */
  readonly ndots: number;
}

export interface ResolvedName {
  readonly asked: string;
  /** The name that was taken; the address itself when an address was given. */
  readonly fqdn: string;
  readonly addresses: readonly string[];
  readonly canonicalNames: readonly string[];
  /** The suffix that made it; null when the name was complete. */
  readonly suffix: SuffixSetting | null;
  readonly candidates: readonly CandidateReport[];
}
