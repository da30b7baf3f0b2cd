import type { Profile } from '../../../src/clients/index.ts';
import type { Computer } from '../computer.ts';
import type { Installed } from '../detect/index.ts';
import type { Placing } from '../place/index.ts';

/** What has to be done so that a client opens with an account. */
export interface Steps extends Pick<Placing, 'files' | 'own'> {
  /** What else has to know of the files once they are in place. */
  readonly afterwards?: () => Promise<void>;
  /** What starts it then. */
  readonly start: Installed['command'];
}

/** A client that can be opened with an account: what is known when somebody asks for that. */
export interface Situation {
  readonly profile: Profile;
  /** Whose it is. */
  readonly address: string;
  readonly installed: Installed;
  readonly computer: Computer;
  /** Makes a folder for files that a client reads once; it goes with the program. */
  scratch(): Promise<string>;
}

/** How one client is opened with an account. */
export interface Way {
  /** As the system's list of processes names it: while it is running, it reads nothing anew, or writes over what was placed. */
  readonly processes: readonly string[];
  /** Whether that leaves alone the accounts that the client has already. */
  keepsOthers(situation: Pick<Situation, 'profile' | 'installed'>): Promise<boolean>;
  plan(situation: Situation): Promise<Steps>;
}
