import type { LabSettings } from '../settings.ts';

/** One way to break the lab, for tests and for "what would you like to break?". */
export interface LabFault {
  readonly id: string;
  /** What is broken, in words for the person who chooses. */
  readonly what: string;
  /** The problem code that a run for alice must then name. */
  readonly expects: string;
  /** Seen only by who lets the mail server be looked for. */
  readonly findsServer?: true;
  /** Seen only by who looks for settings, or sets up an account with them. */
  readonly goal?: 'discover' | 'set-up';
}

export type Change = (settings: LabSettings) => LabSettings;

export interface AppliedFault extends LabFault {
  readonly apply: Change;
}

export function fault(
  id: string,
  what: string,
  expects: string,
  apply: Change,
  details: Pick<LabFault, 'findsServer' | 'goal'> = {},
): AppliedFault {
  return { id, what, expects, apply, ...details };
}

export function set(changes: Partial<LabSettings>): Change {
  return (settings) => ({ ...settings, ...changes });
}
