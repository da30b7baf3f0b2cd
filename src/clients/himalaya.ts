import type { MailboxAccount, OutgoingServer } from './account.ts';
import type { Profile } from './profile.ts';
import { keyring } from './text/keyring.ts';
import { lines } from './text/lines.ts';
import { tomlString } from './text/toml.ts';
import { hostPort } from './text/url.ts';
import { bothSecurities, type ClientWriter } from './writer.ts';

/** himalaya: config.toml of version 1, and the same for version 2, whose keys are others. Passwords come from a command. */
export const himalaya: ClientWriter = {
  title: 'himalaya',
  protocols: ['imap'],
  incomingSecurity: bothSecurities,
  authentication: ['password'],
  mailbox: 'required',
  write(account: MailboxAccount): Profile {
    const place = '~/.config/himalaya/config.toml';
    const file = { mode: 0o600, purpose: 'place', place } as const;
    return {
      files: [
        { ...file, path: 'config.toml', content: versionOne(account) },
        { ...file, path: 'version-2/config.toml', content: versionTwo(account) },
      ],
      notes: [{ code: 'format-of-version-2' }, { code: 'merge-with-existing' }, keyring(account.address).note],
    };
  },
};

function versionOne({ name, address, incoming, outgoing }: MailboxAccount): string {
  const backend = (prefix: string, type: string, server: OutgoingServer) => [
    `${prefix}.type = ${tomlString(type)}`,
    `${prefix}.host = ${tomlString(server.host)}`,
    `${prefix}.port = ${server.port}`,
    `${prefix}.encryption.type = ${tomlString(server.security === 'implicit' ? 'tls' : 'start-tls')}`,
    `${prefix}.login = ${tomlString(server.user)}`,
    `${prefix}.auth.type = "password"`,
    `${prefix}.auth.cmd = ${tomlString(keyring(address).read)}`,
  ];
  return lines(
    '[accounts.waypost]',
    'default = true',
    `email = ${tomlString(address)}`,
    `display-name = ${tomlString(name)}`,
    ...backend('backend', 'imap', incoming),
    ...backend('message.send.backend', 'smtp', outgoing),
  );
}

function versionTwo({ address, incoming, outgoing }: MailboxAccount): string {
  const server = (protocol: 'imap' | 'smtp', { user, security, ...where }: OutgoingServer) => [
    `${protocol}.server = ${tomlString(`${protocol}${security === 'implicit' ? 's' : ''}://${hostPort(where)}`)}`,
    `${protocol}.starttls = ${security === 'starttls'}`,
    `${protocol}.sasl.plain.username = ${tomlString(user)}`,
    `${protocol}.sasl.plain.password.command = ${tomlString(keyring(address).read)}`,
  ];
  return lines('[accounts.waypost]', 'default = true', ...server('imap', incoming), ...server('smtp', outgoing));
}
