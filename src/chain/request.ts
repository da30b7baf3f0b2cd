/** What somebody wants to know or have done. Plain data: it crosses the engine's edge, and no password is in it. */
export interface ChainRequest {
  readonly goal: Goal;
  /** Short name, full name or address of the mail server; null: find it. */
  readonly server: string | null;
  /** UPN, `DOMAIN\user`, bare name or DN; null where the goal needs nobody. */
  readonly user: string | null;
  /** AD domain, when the user's name does not tell it. */
  readonly domain: string | null;
  readonly site: string | null;
  /** For `route` and `discover`: an address or a domain. */
  readonly destination: string | null;
  /** Envelope recipients of the test message. */
  readonly to: readonly string[];
  /** Envelope sender; null: the account's own address. */
  readonly from: string | null;
  readonly message: TestMessage;
  /** False: stop after RCPT. */
  readonly send: boolean;
  /** Look for the message, and for notices about it, in the mailbox of whoever signs in; a set-up always does. */
  readonly readBack: boolean;
  /** User name for the relay, when it has its own accounts. */
  readonly relayUser: string | null;
  /** DNS servers to use instead of the system's. */
  readonly dns: readonly { readonly address: string; readonly port: number }[];
  /** DNS servers whose answers about mail are compared with those of the system. */
  readonly compareDns: readonly { readonly address: string; readonly port: number }[];
  /** Search suffixes to use instead of the system's; null: the system's. */
  readonly search: readonly string[] | null;
  /** Further trusted issuers, PEM. */
  readonly ca: string | null;
  /** Only this port of the relay, spoken to in this way. */
  readonly endpoint: { readonly port: number | null; readonly security: Security | null };
  readonly ports: ServicePorts;
  readonly approvedDomains: readonly string[];
  /** Settings that are published over plain http are looked at, too. */
  readonly allowHttp: boolean;
  /** Approved hosts that have proved their name may be told the person's address, not only its domain. */
  readonly tellAddress: boolean;
  /** Addresses of DNS servers whose word counts that DNSSEC vouches for an answer; one on this machine always counts. */
  readonly validatingResolvers: readonly string[];
  /** For `discover`: every source is heard to its end, also when no other servers could be chosen any more. */
  readonly hearAll?: boolean;
  /** Milliseconds for the whole run. */
  readonly timeout: number;
}

export type Goal = 'diagnose' | 'resolve' | 'locate-dc' | 'sign-in' | 'route' | 'send' | 'discover' | 'set-up';

export type Security = 'implicit' | 'starttls';

export interface TestMessage {
  /** null: a subject that says what this is. */
  readonly subject: string | null;
  readonly text: string | null;
  readonly attachments: readonly { readonly name: string; readonly base64: string }[];
  /** Ask for delivery status notifications (RFC 3461). */
  readonly dsn: boolean;
  /** TLS at every further hop, or no delivery (RFC 8689): not sent where the relay cannot promise that. */
  readonly requireTls: boolean;
}

/** Where the services listen; other numbers than the registered ones only in test worlds. */
export interface ServicePorts {
  readonly dns: number;
  readonly ldaps: number;
  readonly globalCatalog: number;
  readonly submissions: number;
  readonly submission: number;
  readonly smtp: number;
  readonly imaps: number;
  readonly imap: number;
  readonly pop3s: number;
  readonly pop3: number;
  readonly https: number;
  readonly http: number;
}

export const registeredPorts: ServicePorts = {
  dns: 53,
  ldaps: 636,
  globalCatalog: 3269,
  submissions: 465,
  submission: 587,
  smtp: 25,
  imaps: 993,
  imap: 143,
  pop3s: 995,
  pop3: 110,
  https: 443,
  http: 80,
};

/** Passwords, apart from the request: each crosses the edge once and becomes a `Secret` there. */
export interface RequestSecrets {
  readonly password: string | null;
  readonly relayPassword: string | null;
}
