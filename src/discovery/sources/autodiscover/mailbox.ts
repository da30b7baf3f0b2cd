import { fillIn } from '../../../core/index.ts';
import type { Question } from '../../source.ts';

/** In whose name a server is asked. */
export interface Mailbox {
  readonly address: string;
  /** True for somebody who stands in for the person: what is said of them is said of the person. */
  readonly standIn: boolean;
}

/**
 * Autodiscover answers for an address only. Every mail domain has a postmaster (RFC 2142 5), whose settings are everybody's:
 * asking for those tells nobody who asks.
 */
export function mailboxFor({ address, domain }: Question, mayTellAddress: boolean): Mailbox {
  return mayTellAddress && address !== null
    ? { address, standIn: false }
    : { address: `postmaster@${domain}`, standIn: true };
}

/** A user name that was said of the mailbox, as it is for the person. */
export function loginFor(login: string, { address, standIn }: Mailbox, question: Question): string {
  if (!standIn) return login;
  const said = login.toLowerCase();
  if (said === address.toLowerCase()) return fillIn('%EMAILADDRESS%', question);
  return said === 'postmaster' ? fillIn('%EMAILLOCALPART%', question) : login;
}
