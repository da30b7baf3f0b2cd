import type { Owner, Problem, Remedy } from '../core/index.ts';
import type { catalogue, KnownCode } from './catalogue/index.ts';

/** The values that the texts of a code need: one for each argument name in the catalogue. */
export type ArgsOf<C extends KnownCode> = Record<(typeof catalogue)[C]['args'][number], string | number>;

export interface ProblemDetails {
  /** What was seen, verbatim: replies, error messages, names. Untrusted. */
  readonly evidence?: readonly string[];
  readonly cause?: Problem | undefined;
  readonly remedies?: readonly Remedy[];
  readonly owner?: Owner | undefined;
}

/** A problem of the catalogue, with everything that its texts need. */
export function problem<C extends KnownCode>(code: C, args: ArgsOf<C>, details: ProblemDetails = {}): Problem {
  const { evidence = [], cause, remedies = [], owner } = details;
  return { code, args, evidence, remedies, ...(cause && { cause }), ...(owner && { owner }) };
}
