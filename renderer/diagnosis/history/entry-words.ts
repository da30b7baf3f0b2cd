import type { HistoryEntry } from '../../../electron/contract.ts';
import { visible } from '../../../src/core/index.ts';
import type { LinkState } from '../../../src/run/index.ts';
import type { Spoken } from '../../words/context.tsx';
import { goalName } from '../views/shared/names.ts';

type KnownOutcome = keyof Spoken['words']['views']['outcomes'];

/** How a run's end looks; one that has none was not finished. */
export const marks: Readonly<Record<KnownOutcome, LinkState>> = {
  passed: 'passed',
  failed: 'failed',
  inconclusive: 'unknown',
  cancelled: 'skipped',
  none: 'skipped',
};

export function outcomeOf({ outcome }: HistoryEntry): KnownOutcome {
  return outcome !== null && Object.hasOwn(marks, outcome) ? (outcome as KnownOutcome) : 'none';
}

/** What was checked, of which server, for whom. */
export function whatInWords({ goal, server, user }: HistoryEntry, { words }: Spoken): readonly string[] {
  const whose = user === '' ? [] : [visible(user, 300)];
  return [goalName(goal, words.views), server === '' ? words.views.history.noServer : visible(server, 300), ...whose];
}
