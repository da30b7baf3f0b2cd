import type { Language } from '../problems/index.ts';
import type { Authentication, ClientAccount, MailboxAccount, Protocol, Security } from './account.ts';
import type { Profile } from './profile.ts';

/** What a client, or the format of its settings, cannot do; checked before anything is written. */
interface Support {
  /** As its makers call it. */
  readonly title: string;
  readonly protocols: readonly Protocol[];
  readonly incomingSecurity: readonly Security[];
  readonly authentication: readonly Authentication[];
  /** Text that means something else in its format, whatever is done to escape it. */
  readonly cannotHold?: RegExp;
  readonly asciiAddress?: boolean;
}

/** An account in, files out; nothing is read or written on the way. `ignored`: the client only sends. */
export type ClientWriter = Support &
  (
    | { readonly mailbox: 'required'; write(account: MailboxAccount, language: Language): Profile }
    | { readonly mailbox: 'optional' | 'ignored'; write(account: ClientAccount, language: Language): Profile }
  );

export const bothProtocols = ['imap', 'pop3'] as const;
export const bothSecurities = ['implicit', 'starttls'] as const;

/** The methods that a client's table has a word for. */
export function knownIn(table: Partial<Record<Authentication, unknown>>): readonly Authentication[] {
  return authentications.filter((one) => one in table);
}

const authentications = [
  'password',
  'encrypted-password',
  'kerberos',
  'ntlm',
  'oauth2',
  'certificate',
  'none',
] as const satisfies readonly Authentication[];
