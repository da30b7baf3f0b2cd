import type { Problem } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';

interface Sizes {
  readonly host: string;
  /** Octets. */
  readonly size?: number;
  readonly limit: number | null;
}

/** `smtp.too-large`, with sizes that a person can compare; `?` where nobody named one, or another than the one that holds. */
export function tooLarge({ host, size, limit }: Sizes, evidence: readonly string[] = []): Problem {
  const holds = limit !== null && (size === undefined || size > limit);
  const args = { size: size === undefined ? '?' : sizeText(size), limit: holds ? sizeText(limit) : '?', host };
  return problem('smtp.too-large', args, { evidence });
}

function sizeText(octets: number): string {
  if (octets < 1_000) return `${octets} bytes`;
  return octets < 1_000_000 ? `${(octets / 1_000).toFixed(1)} kB` : `${(octets / 1_000_000).toFixed(2)} MB`;
}
