import type { ListedClient } from '../../../electron/contract.ts';
import type { Problem } from '../../../src/core/problem.ts';

interface Groups {
  readonly installed: readonly ListedClient[];
  /** Those that go with every computer: a sheet of paper, and a phone. */
  readonly always: readonly ListedClient[];
  readonly others: readonly ListedClient[];
}

export function groupsOf(listed: readonly ListedClient[]): Groups {
  const installed = listed.filter((one) => one.installed);
  const always = ['read', 'scan'].flatMap((action) => listed.filter((one) => !one.installed && one.action === action));
  const others = listed.filter((one) => !installed.includes(one) && !always.includes(one));
  return { installed, always, others };
}

/** What keeps every client from having the account, where that is the same: nothing can be done with any of them. */
export function sharedProblem(listed: readonly ListedClient[]): Problem | null {
  const [first = null, ...rest] = listed.map(({ problem }) => problem);
  const same = JSON.stringify(first);
  return rest.every((problem) => JSON.stringify(problem) === same) ? first : null;
}
