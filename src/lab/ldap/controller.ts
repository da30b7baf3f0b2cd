import type { LabAccount } from '../accounts.ts';
import type { LabLog } from '../log.ts';
import type { Entry } from './entry.ts';

/** How the domain controllers take passwords; the last two are set-ups in which a right password is refused. */
export type BindPolicy = 'normal' | 'strong-auth-required' | 'channel-binding-required';

/** One domain controller of the lab: what its LDAP and CLDAP services answer from. */
export interface Controller {
  /** Short host name, for example `dc1`. */
  readonly host: string;
  readonly site: string;
  /** Where the controller believes its clients to be. */
  readonly clientSite: string;
  /** The next site to try when `clientSite` has no controller. */
  readonly nextClosestSite: string;
  readonly accounts: readonly LabAccount[];
  readonly entries: readonly Entry[];
  readonly bindPolicy: BindPolicy;
  readonly log: LabLog;
}
