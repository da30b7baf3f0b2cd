import type { Authentication, MailboxAccount, OutgoingServer } from './account.ts';
import type { Profile } from './profile.ts';
import { type Entry, keyFile } from './text/key-file.ts';
import { mailbox } from './text/mailbox.ts';
import { bothSecurities, type ClientWriter, knownIn } from './writer.ts';

const credentials: Partial<Record<Authentication, string>> = { password: 'custom', none: 'none' };
const transportSecurity = { implicit: 'transport', starttls: 'start-tls' } as const;

/** Geary: `geary.ini` in the folder of an account (version 1 of its format). */
export const geary: ClientWriter = {
  title: 'Geary',
  protocols: ['imap'],
  incomingSecurity: bothSecurities,
  authentication: knownIn(credentials),
  mailbox: 'required',
  write(account: MailboxAccount): Profile {
    const place = '~/.config/geary/account_01/geary.ini';
    return {
      files: [{ path: 'account_01/geary.ini', content: gearyIni(account), mode: 0o600, purpose: 'place', place }],
      notes: [{ code: 'client-must-be-closed' }, { code: 'account-number' }, { code: 'asks-for-password' }],
    };
  },
};

function gearyIni({ name, address, provider, incoming, outgoing }: MailboxAccount): string {
  const metadata: readonly Entry[] = [
    ['version', 1],
    ['status', 'enabled'],
  ];
  const account: readonly Entry[] = [
    ['label', provider],
    ['sender_mailboxes', [mailbox(name, address)]],
    ['service_provider', 'other'],
    ['save_sent', true],
  ];
  return keyFile(
    ['Metadata', metadata],
    ['Account', account],
    ['Folders', []],
    ['Incoming', serverEntries(incoming, credentials[incoming.authentication] ?? 'custom')],
    ['Outgoing', serverEntries(outgoing, outgoingCredentials(incoming, outgoing))],
  );
}

/** The same name means the same password: it is asked for once. */
function outgoingCredentials(incoming: OutgoingServer, outgoing: OutgoingServer): string {
  if (outgoing.authentication !== 'none' && outgoing.user === incoming.user) return 'use-incoming';
  return credentials[outgoing.authentication] ?? 'custom';
}

function serverEntries(server: OutgoingServer, requirement: string): readonly Entry[] {
  return [
    ...(requirement === 'custom' ? [['login', server.user] as const] : []),
    ['remember_password', true],
    ['host', server.host],
    ['port', server.port],
    ['transport_security', transportSecurity[server.security]],
    ['credentials', requirement],
  ];
}
