import { accountFaults } from './faults/accounts.ts';
import { controllerFaults } from './faults/controllers.ts';
import type { LabFault } from './faults/fault.ts';
import { mailboxFaults } from './faults/mailbox.ts';
import { nameFaults, partnerFaults } from './faults/names.ts';
import { relayFaults } from './faults/relay.ts';
import type { LabSettings } from './settings.ts';

export type { LabFault } from './faults/fault.ts';

const faults = [
  ...nameFaults,
  ...controllerFaults,
  ...accountFaults,
  ...relayFaults,
  ...mailboxFaults,
  ...partnerFaults,
];

/** All faults, in the order of the chain. */
export const labFaults: readonly LabFault[] = faults.map(({ apply: _, ...fault }) => fault);

/** Throws RangeError for an id that is not in the list. */
export function applyFaults(settings: LabSettings, ids: readonly string[]): LabSettings {
  return ids.reduce((changed, id) => {
    const found = faults.find((one) => one.id === id);
    if (!found) throw new RangeError(`no fault is called ${id}; there are: ${faults.map((one) => one.id).join(', ')}`);
    return found.apply(changed);
  }, settings);
}
