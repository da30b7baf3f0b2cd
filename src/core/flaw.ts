/** What can be wrong with one text that a person typed. */
const textFlaws = [
  'not-a-domain',
  'not-domains',
  'not-a-server',
  'server-with-scheme',
  'server-with-port',
  'server-looks-like-address',
  'not-dns-servers',
  'not-an-ip-address',
  'not-an-address',
  'address-too-long',
  'address-without-domain',
  'several-addresses',
  'address-dots',
  'something-around-address',
  'not-a-destination',
  'bare-name',
  'not-a-user',
  'user-without-start',
  'user-without-end',
  'not-a-site',
  'not-a-subject',
  'not-a-port',
  'not-seconds',
  'not-security',
  'private-key',
  'no-certificate',
  'damaged-certificate',
] as const;

export type TextFlaw = (typeof textFlaws)[number];

/** What can be wrong with a form; each view says it in its own words. */
export const flaws = [...textFlaws, 'missing', 'unusable-password', 'too-large', 'locked'] as const;

export type Flaw = (typeof flaws)[number];
