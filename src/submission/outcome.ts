import { failed, type Outcome, type Problem, unknown } from '../core/index.ts';

/**
 * A problem as an outcome: failed, except where nothing was found out. A certificate of an unknown issuer is for a
 * person to decide on, a cancelled step did not get to an answer, and an uncertain message may well have been taken.
 */
export function ended(found: Problem): Outcome<never> {
  return undecided.has(found.code) ? unknown(found) : failed(found);
}

const undecided: ReadonlySet<string> = new Set(['tls.untrusted-issuer', 'run.cancelled', 'smtp.uncertain']);
