import type { AppInfo, CallAnswer } from '../../electron/contract.ts';
import { type Draft, firstDraft } from './draft.ts';

export type Invalid = Extract<CallAnswer<'run.start'>, { invalid: unknown }>['invalid'];

/** Where the wizard is, apart from its run. It outlives the screen, so that nothing typed is lost on the way to another. */
export interface SetUpState {
  readonly draft: Draft;
  /** What was wrong with the draft when it was last tried. */
  readonly invalid: Invalid;
  /** The check could not be started at all. */
  readonly stuck: boolean;
}

export function firstSetUp(info: AppInfo): SetUpState {
  return { draft: firstDraft(info), invalid: [], stuck: false };
}
