import { domain, netbiosDomain, upnSuffix } from './hosts.ts';

const password = 'Passw0rd!lab';
/** The directory's Administrator; for the lab's own housekeeping. */
export const adminPassword = 'Adm1n!Passw0rd';

/** A state that a real account is brought into when the directory is seeded. */
export type AccountState =
  | 'usable'
  | 'disabled'
  | 'expired'
  | 'password-expired'
  | 'password-expires-soon'
  | 'must-change-password'
  | 'locked'
  | 'outside-logon-hours'
  | 'other-workstation-only';

export interface LabUser {
  readonly sam: string;
  readonly upn: string;
  /** `CORP\sam` */
  readonly downLevelName: string;
  readonly displayName: string;
  readonly password: string;
  readonly mail: string | undefined;
  /** As the directory has them: `SMTP:` marks the primary address, `smtp:` an alias. */
  readonly proxyAddresses: readonly string[];
  readonly state: AccountState;
}

export const users = {
  alice: user('alice', 'Alice Müller-Łukasz', {
    aliases: ['alice.mueller@corp.example', 'a.lukasz@alias.example'],
  }),
  carol: user('carol', 'Carol Ordinary'),
  dave: user('dave', 'Dave 東京 Δέλτα'),
  /** Signs in as ulrich@alias.example. */
  ulrich: user('ulrich', 'Ulrich Umlaut', { upn: `ulrich@${upnSuffix}` }),
  /** Has no mail attribute at all. */
  nomail: user('nomail', 'Nora Nomail', { mail: undefined }),
  /** Has a mail attribute that nobody relays for: the relay refuses the sender. */
  wrongsender: user('wrongsender', 'Wanda Wrongsender', { mail: 'someone.else@corp.example' }),
  disabled: user('disabled', 'Diana Disabled', { state: 'disabled' }),
  expired: user('expired', 'Erik Expired', { state: 'expired' }),
  pwexpired: user('pwexpired', 'Petra Passwordexpired', { state: 'password-expired' }),
  soon: user('soon', 'Sonja Soon', { state: 'password-expires-soon' }),
  mustchange: user('mustchange', 'Max Mustchange', { state: 'must-change-password' }),
  locked: user('locked', 'Lars Locked', { state: 'locked' }),
  hours: user('hours', 'Hanna Hours', { state: 'outside-logon-hours' }),
  workstation: user('workstation', 'Willi Workstation', { state: 'other-workstation-only' }),
  /** What Dovecot searches the directory with. */
  'svc-mail': user('svc-mail', 'Mail service', { mail: undefined }),
} as const satisfies Record<string, LabUser>;

/** Days that the password of `soon` has left when the world is built. */
export const soonDays = 4;

interface Particulars {
  readonly upn?: string;
  readonly mail?: string | undefined;
  readonly aliases?: readonly string[];
  readonly state?: AccountState;
}

function user(sam: string, displayName: string, particulars: Particulars = {}): LabUser {
  const mail = 'mail' in particulars ? particulars.mail : `${sam}@${domain}`;
  const aliases = (particulars.aliases ?? []).map((alias) => `smtp:${alias}`);
  return {
    sam,
    displayName,
    password,
    mail,
    upn: particulars.upn ?? `${sam}@${domain}`,
    downLevelName: `${netbiosDomain}\\${sam}`,
    proxyAddresses: mail === undefined ? aliases : [`SMTP:${mail}`, ...aliases],
    state: particulars.state ?? 'usable',
  };
}
