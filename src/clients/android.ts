import { encode, renderSVG } from 'uqr';
import type { Authentication, MailboxAccount, OutgoingServer } from './account.ts';
import type { Profile } from './profile.ts';
import { lines } from './text/lines.ts';
import { bothProtocols, bothSecurities, type ClientWriter } from './writer.ts';

const protocolNumber = { imap: 0, pop3: 1 } as const;
const securityNumber = { starttls: 2, implicit: 3 } as const;
const authenticationNumber: Record<Authentication, number> = {
  none: 0,
  password: 1,
  'encrypted-password': 2,
  kerberos: 3,
  ntlm: 4,
  certificate: 5,
  oauth2: 6,
};

/** Of the Android app's methods, those that it can be set up with. */
const usable = ['none', 'password', 'encrypted-password', 'certificate', 'oauth2'] as const;

/** Thunderbird for Android: the QR code that the desktop's "Export for Mobile" shows, without the optional password. */
export const thunderbirdAndroid: ClientWriter = {
  title: 'Thunderbird for Android',
  protocols: bothProtocols,
  incomingSecurity: bothSecurities,
  authentication: usable,
  mailbox: 'required',
  asciiAddress: true,
  write(account: MailboxAccount): Profile {
    const payload = mobilePayload(account);
    const content = lines(renderSVG(payload, { ecc: 'M', border: 4 }));
    return {
      files: [{ path: 'account-qr.svg', content, mode: 0o600, purpose: 'scan', place: null }],
      notes: [{ code: 'scan-code' }, { code: 'asks-for-password' }],
      qr: encode(payload, { ecc: 'M', border: 2 }).data.map((row) => row.map((dark) => (dark ? '1' : '0')).join('')),
    };
  },
};

/** Version 1 of the format ("Export for Mobile" QR code format, 2025-02-06): nested arrays; the account's name is its address. */
export function mobilePayload({ name, address, incoming, outgoing }: MailboxAccount): string {
  return JSON.stringify([
    1,
    [1, 1],
    [protocolNumber[incoming.protocol], ...serverValues(incoming)],
    [
      [
        [0, ...serverValues(outgoing)],
        [address, name],
      ],
    ],
  ]);
}

function serverValues({ host, port, security, authentication, user }: OutgoingServer): readonly (string | number)[] {
  const signInAs = authentication === 'none' ? '' : user;
  return [host, port, securityNumber[security], authenticationNumber[authentication], signInAs];
}
