import type { Authentication, ClientAccount } from './account.ts';
import type { Profile } from './profile.ts';
import { lines } from './text/lines.ts';
import { bothProtocols, bothSecurities, type ClientWriter, knownIn } from './writer.ts';

const auth: Partial<Record<Authentication, string>> = {
  password: 'on',
  'encrypted-password': 'cram-md5',
  kerberos: 'gssapi',
  ntlm: 'ntlm',
  certificate: 'external',
  none: 'off',
};

/** msmtp (its manual, "Configuration files"): it only sends, and asks for the password on the terminal or in the keyring. */
export const msmtp: ClientWriter = {
  title: 'msmtp',
  protocols: bothProtocols,
  incomingSecurity: bothSecurities,
  authentication: knownIn(auth),
  mailbox: 'ignored',
  write(account: ClientAccount): Profile {
    return {
      files: [{ path: 'msmtprc', content: msmtprc(account), mode: 0o600, purpose: 'place', place: '~/.msmtprc' }],
      notes: [{ code: 'no-reading' }, { code: 'merge-with-existing' }, { code: 'asks-for-password' }],
    };
  },
};

function msmtprc({ address, outgoing }: ClientAccount): string {
  const { host, port, security, authentication, user } = outgoing;
  return lines(
    'account waypost',
    `host ${host}`,
    `port ${port}`,
    'tls on',
    `tls_starttls ${security === 'starttls' ? 'on' : 'off'}`,
    `from ${quoted(address)}`,
    `auth ${auth[authentication] ?? 'on'}`,
    authentication === 'none' ? null : `user ${quoted(user)}`,
    'account default : waypost',
  );
}

/** Only the first and the last quotation mark of a line are taken off. */
function quoted(value: string): string {
  return `"${value}"`;
}
