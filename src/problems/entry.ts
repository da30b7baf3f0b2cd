import type { Owner, ProblemCode } from '../core/index.ts';

/** `decision`: a person has to say something first. `notice`: worth knowing, nothing is wrong. */
export type Severity = 'error' | 'decision' | 'warning' | 'notice';

export interface CatalogueEntry {
  readonly severity: Severity;
  readonly owner: Owner;
  /** Names of the values that its texts may show. */
  readonly args: readonly string[];
  /** Codes that are mere consequences when this one is there; they are folded under it. */
  readonly silences: readonly ProblemCode[];
}

/** Each text is a template: `{host}` stands for the argument of that name. */
export interface ProblemText {
  /** One line, without a full stop: what happened, to what. */
  readonly title: string;
  /** One to three sentences: what that means for the person. */
  readonly meaning: string;
  /** What the owner should do. */
  readonly todo: string;
}

/** Keeps codes and argument names as literal types. */
export function entries<const T extends Record<ProblemCode, CatalogueEntry>>(table: T): T {
  return table;
}
