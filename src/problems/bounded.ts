import { cutList, cutText, type Problem } from '../core/index.ts';

const mostEvidence = 50;

/** The problem with no more and no longer texts than somebody can read, what was cut said. */
export function bounded(problem: Problem): Problem {
  const { args, evidence, cause } = problem;
  const texts = Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? cutText(value) : value]);
  return {
    ...problem,
    args: Object.fromEntries(texts),
    evidence: cutList(evidence, mostEvidence).map((text) => cutText(text)),
    ...(cause && { cause: bounded(cause) }),
  };
}
