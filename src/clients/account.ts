import type { ServerSetting } from '../run/index.ts';

export type Protocol = 'imap' | 'pop3';
export type Security = 'implicit' | 'starttls';
/** A server that knows its clients by their address alone asks for nothing: that is `none`. */
export type Authentication = Exclude<ServerSetting['authentication'][number], 'address'>;

export interface OutgoingServer {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly authentication: Authentication;
  /** What else the server takes, in its order: for clients that do not know the first. */
  readonly otherwise?: readonly Authentication[];
  /** As the server wants it; whatever form that is. */
  readonly user: string;
}

export interface IncomingServer extends OutgoingServer {
  readonly protocol: Protocol;
}

/** What a mail client has to know about an account. There is no password in it, and no place for one. */
export interface ClientAccount {
  /** As recipients see it. */
  readonly name: string;
  readonly address: string;
  readonly domain: string;
  /** What the client's list of accounts calls the service. */
  readonly provider: string;
  readonly incoming: IncomingServer | null;
  readonly outgoing: OutgoingServer;
}

/** One whose mailbox is known, too: most clients cannot hold another. */
export interface MailboxAccount extends ClientAccount {
  readonly incoming: IncomingServer;
}

/** The part of an address before the @. */
export function localPartOf(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}
