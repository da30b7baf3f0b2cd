import type { DemoState } from '../../electron/contract.ts';
import { defaultAccounts, labPassword } from '../../src/lab/accounts.ts';
import { labFaults } from '../../src/lab/faults.ts';

/** The embedded world as the window is told of it. */
export function aDemo(broken: readonly string[] = []): DemoState {
  return {
    accounts: defaultAccounts.map(({ upn, displayName, state }) => ({ user: upn, name: displayName, state })),
    password: labPassword,
    recipient: 'bob@partner.example',
    faults: labFaults.map(({ id, what, expects }) => ({ id, what, expects })),
    broken: [...broken],
    notes: [],
  };
}
