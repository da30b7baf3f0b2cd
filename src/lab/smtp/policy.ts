import { addressesOf, type LabAccount } from '../accounts.ts';
import { domain } from '../dns/records.ts';

/** How the relay behaves; the first value of each is how a sound one does. */
export interface RelayPolicy {
  readonly greeting: 'ready' | 'unavailable';
  readonly startTls: 'offered' | 'missing';
  readonly auth: 'offered' | 'missing' | 'other-password';
  readonly relaying: 'when-signed-in' | 'denied' | 'open';
  readonly senders: 'own' | 'none';
  /** What becomes of recipients outside the domain. */
  readonly recipients: 'accepted' | 'unknown' | 'greylisted';
  readonly data: 'accepted' | 'refused' | 'dropped';
  /** Largest message, in octets. */
  readonly size: number;
}

export interface Transaction {
  readonly account: LabAccount | undefined;
  /** Port 25 also takes mail for the domain from strangers, the submission ports do not. */
  readonly service: RelayService;
  readonly sender: string;
  readonly recipient: string;
}

export type RelayService = 'submissions' | 'submission' | 'smtp';

export interface Refusal {
  readonly code: number;
  readonly text: string;
}

/**
 * What the relay says to a recipient, undefined for yes. The sender is judged here too: Postfix, whose texts these
 * are, by default keeps what it holds against a sender until the first recipient.
 */
export function judgeRecipient(
  { account, service, sender, recipient }: Transaction,
  policy: RelayPolicy,
  accounts: readonly LabAccount[],
): Refusal | undefined {
  const local = isLocal(recipient);
  const relayDenied = { code: 554, text: `5.7.1 <${recipient}>: Relay access denied` };
  if (account && sender !== '' && !owns(account, sender, policy)) {
    return { code: 553, text: `5.7.1 <${sender}>: Sender address rejected: not owned by user ${account.upn}` };
  }
  if (!account && policy.relaying !== 'open' && !(local && service === 'smtp')) {
    return local ? { code: 554, text: `5.7.1 <${recipient}>: Recipient address rejected: Access denied` } : relayDenied;
  }
  if (local) {
    const known = accounts.some((own) => owns(own, recipient));
    const text = `5.1.1 <${recipient}>: Recipient address rejected: User unknown in local recipient table`;
    return known ? undefined : { code: 550, text };
  }
  if (policy.relaying === 'denied') return relayDenied;
  if (policy.recipients === 'greylisted') {
    return {
      code: 450,
      text: `4.2.0 <${recipient}>: Recipient address rejected: Greylisted, try again in 300 seconds`,
    };
  }
  if (policy.recipients === 'unknown') {
    return { code: 550, text: `5.1.1 <${recipient}>: Recipient address rejected: undeliverable address: user unknown` };
  }
  return undefined;
}

export function isLocal(address: string): boolean {
  return domainOf(address) === domain;
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function owns(account: LabAccount, address: string, policy?: RelayPolicy): boolean {
  if (policy?.senders === 'none') return false;
  return addressesOf(account).some((own) => own.toLowerCase() === address.toLowerCase());
}
