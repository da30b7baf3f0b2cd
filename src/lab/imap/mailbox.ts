/** A message as a mailbox holds it. */
export interface HeldMessage {
  readonly uid: number;
  readonly arrived: Date;
  readonly raw: Buffer;
}

/** How much a mailbox holds and may hold (RFC 9208): storage in units of 1,024 octets. */
export interface Quota {
  readonly storage: { readonly used: number; readonly limit: number };
}

/** One person's mailbox, read only. */
export interface Mailbox {
  readonly quota: Quota;
  /** The oldest first. */
  messages(folder: string): readonly HeldMessage[];
}

/** What the server says to a name and a password. */
export type SignIn = (name: string, password: string) => Mailbox | null;

/** How the server behaves; the first value of each is how a sound one does. */
export interface MailboxPolicy {
  readonly auth: 'offered' | 'other-password' | 'oauth2-only';
  readonly space: 'free' | 'full';
}
