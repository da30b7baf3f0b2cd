import type { Authentication, MailboxAccount, OutgoingServer } from '../account.ts';
import { idOf } from '../ids.ts';
import type { Profile } from '../profile.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from '../writer.ts';
import { type Plist, plistXml } from './plist.ts';

const authentication: Partial<Record<Authentication, string>> = {
  password: 'EmailAuthPassword',
  'encrypted-password': 'EmailAuthCRAMMD5',
  ntlm: 'EmailAuthNTLM',
  none: 'EmailAuthNone',
};

/** Mail on macOS, iOS and iPadOS: a configuration profile with one `com.apple.mail.managed` payload (Apple, Device Management). */
export const appleMail: ClientWriter = {
  title: 'Apple Mail, iOS',
  protocols: bothProtocols,
  incomingSecurity: bothSecurities,
  authentication: knownIn(authentication),
  mailbox: 'required',
  write(account: MailboxAccount): Profile {
    const content = plistXml(configuration(account));
    return {
      files: [{ path: 'account.mobileconfig', content, mode: 0o644, purpose: 'import', place: null }],
      notes: [{ code: 'apple-install' }, { code: 'apple-unsigned' }, { code: 'asks-for-password' }],
    };
  },
};

function configuration(account: MailboxAccount): Plist {
  const { address, provider } = account;
  const identifier = `waypost.${idOf(address, 'profile')}`;
  return {
    PayloadContent: [mailPayload(account, identifier)],
    PayloadDescription: `${provider}: ${address}`,
    PayloadDisplayName: provider,
    PayloadIdentifier: identifier,
    PayloadRemovalDisallowed: false,
    PayloadType: 'Configuration',
    PayloadUUID: idOf(address, 'profile').toUpperCase(),
    PayloadVersion: 1,
  };
}

function mailPayload({ name, address, provider, incoming, outgoing }: MailboxAccount, profile: string): Plist {
  const sameUser = incoming.user === outgoing.user && outgoing.authentication !== 'none';
  return {
    EmailAccountDescription: provider,
    EmailAccountName: name,
    EmailAccountType: incoming.protocol === 'imap' ? 'EmailTypeIMAP' : 'EmailTypePOP',
    EmailAddress: address,
    ...serverKeys('Incoming', incoming),
    ...serverKeys('Outgoing', outgoing),
    OutgoingPasswordSameAsIncomingPassword: sameUser,
    PayloadDisplayName: provider,
    PayloadIdentifier: `${profile}.mail`,
    PayloadType: 'com.apple.mail.managed',
    PayloadUUID: idOf(address, 'mail').toUpperCase(),
    PayloadVersion: 1,
  };
}

function serverKeys(side: 'Incoming' | 'Outgoing', server: OutgoingServer): Readonly<Record<string, Plist>> {
  return {
    [`${side}MailServerAuthentication`]: authentication[server.authentication] ?? 'EmailAuthPassword',
    [`${side}MailServerHostName`]: server.host,
    [`${side}MailServerPortNumber`]: server.port,
    // Both kinds of TLS: which one, the system knows from the server's greeting.
    [`${side}MailServerUseSSL`]: true,
    ...(server.authentication !== 'none' && { [`${side}MailServerUsername`]: server.user }),
  };
}
