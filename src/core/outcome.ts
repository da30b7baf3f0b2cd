import type { Problem } from './problem.ts';

/** The answer of a probe. "Was not checked" (`unknown`, `skipped`) is never shown as "failed". */
export type Outcome<T> =
  | { readonly kind: 'passed'; readonly value: T }
  | { readonly kind: 'warned'; readonly value: T; readonly problems: readonly Problem[] }
  | { readonly kind: 'failed'; readonly problem: Problem }
  | { readonly kind: 'skipped'; readonly because: SkipReason }
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** Why a probe did not run: another probe gave it nothing to work with, or nobody asked for it. */
export type SkipReason =
  | { readonly kind: 'needs'; readonly probe: string }
  | { readonly kind: 'not-requested' }
  | { readonly kind: 'attempt-spent' }
  | { readonly kind: 'not-applicable' };

export function passed<T>(value: T): Outcome<T> {
  return { kind: 'passed', value };
}

/** Passed, or passed with warnings when there are any. */
export function warned<T>(value: T, problems: readonly Problem[]): Outcome<T> {
  return problems.length === 0 ? passed(value) : { kind: 'warned', value, problems };
}

export function failed(problem: Problem): Outcome<never> {
  return { kind: 'failed', problem };
}

export function skipped(because: SkipReason): Outcome<never> {
  return { kind: 'skipped', because };
}

export function unknown(problem: Problem): Outcome<never> {
  return { kind: 'unknown', problem };
}

/** True when the outcome carries a value that others can work with. */
export function hasValue<T>(outcome: Outcome<T>): outcome is Extract<Outcome<T>, { value: T }> {
  return outcome.kind === 'passed' || outcome.kind === 'warned';
}

/** Each problem of an outcome, the decisive one first. */
export function problemsOf(outcome: Outcome<unknown>): readonly Problem[] {
  switch (outcome.kind) {
    case 'warned':
      return outcome.problems;
    case 'failed':
    case 'unknown':
      return [outcome.problem];
    default:
      return [];
  }
}
