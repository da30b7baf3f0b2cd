import type { Problem } from '../../../src/core/index.ts';
import type {
  DcCandidateReport,
  DeliveryNotice,
  LinkState,
  PermissionReport,
  RunOutcome,
} from '../../../src/run/index.ts';

/** Facts of a chain that two runs may have found different. */
export type FactName =
  | 'server'
  | 'addresses'
  | 'domain'
  | 'controller'
  | 'controller-address'
  | 'site'
  | 'client-site'
  | 'relay-port'
  | 'relay-security'
  | 'relay-mechanism'
  | 'relay-certificate'
  | 'controller-certificate'
  | 'sign-in'
  | 'person'
  | 'mail'
  | 'aliases'
  | 'password-expiry'
  | 'custody'
  | 'incoming'
  | 'outgoing'
  | 'mailbox-sign-in'
  | 'mailbox-security'
  | 'mailbox-certificate'
  | 'arrival'
  | 'gateways';

/** Something that was one way in the earlier run and another in the later one. Data: the words come later. */
export type Difference =
  | { readonly kind: 'outcome'; readonly left: RunOutcome | null; readonly right: RunOutcome | null }
  | { readonly kind: 'problem'; readonly change: 'new' | 'gone'; readonly problem: Problem }
  /** A state of null: the run had no such link. */
  | { readonly kind: 'link'; readonly link: string; readonly left: LinkState | null; readonly right: LinkState | null }
  | { readonly kind: 'fact'; readonly fact: FactName; readonly left: string; readonly right: string }
  | {
      readonly kind: 'permission';
      readonly permission: Pick<PermissionReport, 'sender' | 'recipient' | 'authenticated'>;
      readonly left: PermissionReport['verdict'];
      readonly right: PermissionReport['verdict'];
    }
  | {
      readonly kind: 'controller';
      readonly host: string;
      readonly left: DcCandidateReport['state'] | null;
      readonly right: DcCandidateReport['state'] | null;
    }
  /** What the last delivery notice about a recipient said; null: there was none. */
  | {
      readonly kind: 'notice';
      readonly recipient: string;
      readonly left: DeliveryNotice['action'] | null;
      readonly right: DeliveryNotice['action'] | null;
    }
  /** Milliseconds; a link of null: the whole run. */
  | { readonly kind: 'duration'; readonly link: string | null; readonly left: number; readonly right: number };
