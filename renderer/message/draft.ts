import type { AskedRun } from '../../electron/contract.ts';
import type { RunStore } from '../run/run-store.ts';
import type { MessageForm } from './form.ts';

/** What is being written, and what was sent last, so that it can be sent again as it was. */
export interface Draft {
  readonly form: MessageForm;
  readonly sent: AskedRun | null;
}

const drafts = new WeakMap<RunStore, Draft>();

/** A draft lives as long as the window: it is still there after a look at another screen. No password is in it. */
export function keptDraft(store: RunStore): Draft | undefined {
  return drafts.get(store);
}

export function keepDraft(store: RunStore, draft: Draft): void {
  drafts.set(store, draft);
}
