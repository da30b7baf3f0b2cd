import fc from 'fast-check';
import type { ClientAccount, IncomingServer, OutgoingServer } from '../../src/clients/index.ts';

export const plainServer: OutgoingServer = {
  host: 'mail.corp.example',
  port: 465,
  security: 'implicit',
  authentication: 'password',
  user: 'alice@corp.example',
};

/** A mailbox account as any client can have it, with the differences that a test is about. */
export function clientAccount(different: Partial<ClientAccount> = {}): ClientAccount & { incoming: IncomingServer } {
  return {
    name: 'Alice Example',
    address: 'alice@corp.example',
    domain: 'corp.example',
    provider: 'Corp',
    outgoing: plainServer,
    ...different,
    incoming: different.incoming ?? { ...plainServer, protocol: 'imap', port: 993 },
  };
}

const pieces = [
  '"',
  "'",
  '\\',
  '`',
  '$(id)',
  '\u0024{HOME}',
  '%',
  '%(x)s',
  '%PATH%',
  '%EMAILADDRESS%',
  ']]>',
  '</string>',
  '<script>',
  '&amp;',
  '#',
  ';',
  '//',
  '[x]',
  '=',
  '\\n',
  '\\u000a',
  'ü',
  '😀',
  'مرحبا',
  '\u202e',
  '\u2066',
  '\u200f',
  ' ',
  ',',
  '<a@b>',
  'pass',
];

/** Names that mean something in one format or another, on one line. */
export function hostileText(): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 10 })
    .map((parts) => parts.join('').trim())
    .filter((text) => text !== '' && text.length <= 128 && !/\p{Cc}|\p{Surrogate}/u.test(text));
}

/** An account whose every free text is hostile, and whose servers are of all kinds. */
export function hostileAccount(): fc.Arbitrary<ClientAccount & { incoming: IncomingServer }> {
  return fc
    .record({
      name: hostileText(),
      provider: hostileText(),
      user: hostileText(),
      other: hostileText(),
      security: fc.constantFrom('implicit', 'starttls'),
    })
    .map(({ name, provider, user, other, security }) =>
      clientAccount({
        name,
        provider,
        incoming: { ...plainServer, protocol: 'imap', port: 993, user },
        outgoing: { ...plainServer, security, user: other },
      }),
    );
}
