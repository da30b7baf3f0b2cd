/**
 * Who put a search suffix on this machine. Only an administrator's hand approves a name: whoever runs the network
 * (DHCP, router advertisements) or the person's own session can merely suggest where to look first.
 */
export type SuffixOrigin = 'policy' | 'domain-join' | 'static' | 'user' | 'dhcp' | 'router-advertisement' | 'unknown';

/** What is known about one suffix: its origin, and in a person's words where that was seen. */
export interface OriginEvidence {
  readonly suffix: string;
  readonly origin: SuffixOrigin;
  readonly source: string;
}

/** Strongest first: where two sources give the same suffix, the administrator's one counts. */
const STRENGTH: readonly SuffixOrigin[] = [
  'policy',
  'domain-join',
  'static',
  'user',
  'dhcp',
  'router-advertisement',
  'unknown',
];

/** True when names under a suffix of this origin count as approved by an administrator. */
export function approves(origin: SuffixOrigin): boolean {
  return origin === 'policy' || origin === 'domain-join' || origin === 'static';
}

/** True when `left` says more about a suffix than `right`. */
export function isStronger(left: SuffixOrigin, right: SuffixOrigin): boolean {
  return STRENGTH.indexOf(left) < STRENGTH.indexOf(right);
}

/** The strongest evidence about `suffix`, or null when there is none. */
export function strongestEvidence(suffix: string, evidence: readonly OriginEvidence[]): OriginEvidence | null {
  let best: OriginEvidence | null = null;
  for (const one of evidence) {
    if (one.suffix === suffix && (best === null || isStronger(one.origin, best.origin))) best = one;
  }
  return best;
}
