import type { PolicyState } from '../contract.ts';
import type { PolicyFields } from './fields.ts';

export interface PolicyValues {
  /** What nobody may change. */
  readonly locked: PolicyFields;
  /** What stands in for whatever nobody has chosen. */
  readonly preset: PolicyFields;
}

export interface Policy {
  /** For the window. */
  readonly state: PolicyState;
  readonly values: PolicyValues;
}

/** What holds where nobody manages the computer, and in the demo, whose world has nothing to do with the real one. */
export const noPolicy: Policy = {
  state: { fields: [], sendTests: true, updates: true, rememberPasswords: true, faults: [] },
  values: { locked: {}, preset: {} },
};
