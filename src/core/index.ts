export {
  abortReason,
  type Deadline,
  deadline,
  EndedError,
  type EndReason,
  endedByDeadline,
  untilAborted,
} from './abort.ts';
export { familyOf, mayBeAddress } from './address.ts';
export { type AttemptBudget, createAttemptBudget } from './attempts.ts';
export { type Clock, systemClock } from './clock.ts';
export type { Flaw, TextFlaw } from './flaw.ts';
export {
  failed,
  hasValue,
  type Outcome,
  passed,
  problemsOf,
  type SkipReason,
  skipped,
  unknown,
  warned,
} from './outcome.ts';
export type { Owner, Problem, ProblemCode, Remedy, RemedyOption } from './problem.ts';
export { race } from './race.ts';
export { err, ok, type Result } from './result.ts';
export { Secret } from './secret.ts';
export { cutList, cutText, toJson, visible, visibleLines } from './text.ts';
export { times } from './times.ts';
export { createTurns, type Turns } from './turns.ts';
export { type Addressee, fillIn, userNameFor } from './user-name.ts';
export { version } from './version.ts';
