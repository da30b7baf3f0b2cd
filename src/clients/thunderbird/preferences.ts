import type { Authentication, IncomingServer, MailboxAccount, OutgoingServer } from '../account.ts';

export type Preference = readonly [name: string, value: string | number | boolean];

/** Thunderbird’s `nsMsgAuthMethod`. */
const authMethod: Record<Authentication, number> = {
  none: 1,
  password: 3,
  'encrypted-password': 4,
  kerberos: 5,
  ntlm: 6,
  certificate: 7,
  oauth2: 10,
};

/** Thunderbird’s `nsMsgSocketType`. */
const socketType = { starttls: 2, implicit: 3 } as const;

/** The preferences that are one account, the first of its profile. */
export function accountPreferences({
  name,
  address,
  provider,
  incoming,
  outgoing,
}: MailboxAccount): readonly Preference[] {
  const identity: readonly Preference[] = [
    ['mail.identity.id1.fullName', name],
    ['mail.identity.id1.useremail', address],
    ['mail.identity.id1.smtpServer', 'smtp1'],
    ['mail.identity.id1.valid', true],
  ];
  const account: readonly Preference[] = [
    ['mail.accountmanager.accounts', 'account1'],
    ['mail.accountmanager.defaultaccount', 'account1'],
    ['mail.account.account1.server', 'server1'],
    ['mail.account.account1.identities', 'id1'],
    ['mail.server.server1.type', incoming.protocol],
    ['mail.server.server1.name', address],
  ];
  const smtp: readonly Preference[] = [
    ['mail.smtpservers', 'smtp1'],
    ['mail.smtp.defaultserver', 'smtp1'],
    ['mail.smtpserver.smtp1.description', provider],
    ...serverPreferences('mail.smtpserver.smtp1', outgoing, { user: 'username', security: 'try_ssl' }),
  ];
  return [...account, ...incomingPreferences(incoming), ...identity, ...smtp];
}

function incomingPreferences(server: IncomingServer): readonly Preference[] {
  return [
    ...serverPreferences('mail.server.server1', server, { user: 'userName', security: 'socketType' }),
    ['mail.server.server1.login_at_startup', true],
    ['mail.server.server1.check_new_mail', true],
    // With POP3, Thunderbird would take the messages off the server.
    ...(server.protocol === 'pop3' ? [['mail.server.server1.leave_on_server', true] as const] : []),
  ];
}

function serverPreferences(
  branch: string,
  { host, port, security, authentication, user }: OutgoingServer,
  names: { readonly user: string; readonly security: string },
): readonly Preference[] {
  return [
    [`${branch}.hostname`, host],
    [`${branch}.port`, port],
    [`${branch}.${names.security}`, socketType[security]],
    [`${branch}.authMethod`, authMethod[authentication]],
    ...(authentication === 'none' ? [] : [[`${branch}.${names.user}`, user] as const]),
  ];
}
