import { failed, type Outcome, type Problem, unknown } from '../core/index.ts';
import { catalogue, isKnownCode } from './catalogue/index.ts';

/** A cancelled step did not get to an answer, and an uncertain message may well have been taken. */
const unanswered: ReadonlySet<string> = new Set(['run.cancelled', 'smtp.uncertain']);

/** A problem as an outcome: failed, except where a person has to decide first or nothing was found out. */
export function ended(found: Problem): Outcome<never> {
  const isDecision = isKnownCode(found.code) && catalogue[found.code].severity === 'decision';
  return isDecision || unanswered.has(found.code) ? unknown(found) : failed(found);
}
