export {
  abortReason,
  type Deadline,
  deadline,
  EndedError,
  type EndReason,
  endedByDeadline,
  untilAborted,
} from './abort.ts';
export { type Clock, systemClock } from './clock.ts';
export {
  failed,
  hasValue,
  type Outcome,
  type OutcomeKind,
  passed,
  problemsOf,
  type SkipReason,
  skipped,
  unknown,
  warned,
} from './outcome.ts';
export type { Problem, ProblemCode, Remedy, RemedyOption } from './problem.ts';
export { err, ok, type Result } from './result.ts';
export { Secret } from './secret.ts';
export { toJson, visible, visibleLines } from './text.ts';
export { times } from './times.ts';
