import type { AppInfo } from '../../electron/contract.ts';
import type { Invalid, Obstacle } from '../run/run-store.ts';
import { type Draft, firstDraft } from './draft.ts';

/** Where the wizard is, apart from its run. It outlives the screen, so that nothing typed is lost on the way to another. */
export interface SetUpState {
  readonly draft: Draft;
  /** What was wrong with the draft when it was last tried. */
  readonly invalid: Invalid;
  /** What kept the check from starting at all. */
  readonly obstacle: Obstacle | null;
  /** The run whose question was left without an answer, as there is a result without one. */
  readonly declined: string | null;
}

export function firstSetUp(info: AppInfo): SetUpState {
  return { draft: firstDraft(info), invalid: [], obstacle: null, declined: null };
}
