import type { Authentication, MailboxAccount, OutgoingServer } from './account.ts';
import type { Profile } from './profile.ts';
import { keyring } from './text/keyring.ts';
import { lines } from './text/lines.ts';
import { mailbox } from './text/mailbox.ts';
import { serverUrl } from './text/url.ts';
import { bothSecurities, type ClientWriter, knownIn } from './writer.ts';

/** What follows the scheme of the outgoing URL (aerc-smtp(5)). */
const smtpAuth: Partial<Record<Authentication, string>> = { password: '', none: '+none' };

/** aerc: accounts.conf (aerc-accounts(5)), which must be readable for its owner only. Passwords come from a command. */
export const aerc: ClientWriter = {
  title: 'aerc',
  protocols: ['imap'],
  incomingSecurity: bothSecurities,
  authentication: knownIn(smtpAuth),
  mailbox: 'required',
  // Its reader knows one kind of quotes that holds anything but itself, and fills in `%(name)s` even there.
  cannotHold: /`|%\(/,
  write(account: MailboxAccount): Profile {
    const place = '~/.config/aerc/accounts.conf';
    const { note } = keyring(account.address);
    return {
      files: [{ path: 'accounts.conf', content: accountsConf(account), mode: 0o600, purpose: 'place', place }],
      notes: [{ code: 'merge-with-existing' }, note],
    };
  },
};

function accountsConf({ name, address, incoming, outgoing }: MailboxAccount): string {
  const { read } = keyring(address);
  return lines(
    '[waypost]',
    `from = \`${mailbox(name, address)}\``,
    `source = ${serverUrl(incoming.security === 'implicit' ? 'imaps' : 'imap', incoming)}`,
    ...credential('source', incoming, read),
    `outgoing = ${serverUrl(outgoingScheme(outgoing), outgoing)}`,
    // Version 0.15 and later need no telling, and do not mind.
    outgoing.security === 'starttls' ? 'smtp-starttls = yes' : null,
    ...credential('outgoing', outgoing, read),
    'default = INBOX',
    'copy-to = Sent',
  );
}

function outgoingScheme({ security, authentication }: OutgoingServer): string {
  return `${security === 'implicit' ? 'smtps' : 'smtp'}${smtpAuth[authentication] ?? ''}`;
}

function credential(side: 'source' | 'outgoing', { authentication }: OutgoingServer, read: string): readonly string[] {
  return authentication === 'none' ? [] : [`${side}-cred-cmd = ${read}`];
}
