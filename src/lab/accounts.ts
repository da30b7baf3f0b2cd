import { domain } from './dns/records.ts';

/** The password of every account in the lab. It is public: the lab listens on loopback only and holds nothing. */
export const labPassword = 'Waypost-lab-1';

export const netbiosDomain = 'CORP';
export const baseDn = 'DC=corp,DC=example';

export type AccountState =
  | 'normal'
  | 'logon-hours'
  | 'workstation'
  | 'password-expired'
  | 'disabled'
  | 'account-expired'
  | 'must-change-password'
  | 'locked';

export interface LabAccount {
  readonly sam: string;
  readonly upn: string;
  readonly dn: string;
  readonly cn: string;
  readonly displayName: string;
  readonly state: AccountState;
  readonly mail?: string;
  /** Further addresses that the account may send from. */
  readonly aliases: readonly string[];
  readonly homeServer?: string;
  readonly passwordExpiresInDays?: number;
}

/** Active Directory's code after `data` in a refused bind; the states are told only to who knows the password. */
const stateCodes: Readonly<Record<Exclude<AccountState, 'normal'>, string>> = {
  'logon-hours': '530',
  workstation: '531',
  'password-expired': '532',
  disabled: '533',
  'account-expired': '701',
  'must-change-password': '773',
  locked: '775',
};

export const defaultAccounts: readonly LabAccount[] = [
  account('alice', 'Alice Müller-Łukasz', { aliases: [`a.mueller@${domain}`, `postmaster@${domain}`] }),
  account('bob', 'Builder, Bob', { upn: `bob.builder@${domain}`, homeServer: 'EX1' }),
  account('carol', 'Carol NoMail', { mail: false }),
  account('erin', 'Erin ExpiresSoon', { passwordExpiresInDays: 9 }),
  account('henry', 'Henry LogonHours', { state: 'logon-hours' }),
  account('walter', 'Walter Workstation', { state: 'workstation' }),
  account('peter', 'Peter PasswordExpired', { state: 'password-expired' }),
  account('dora', 'Dora Disabled', { state: 'disabled' }),
  account('oscar', 'Oscar AccountExpired', { state: 'account-expired' }),
  account('mona', 'Mona MustChange', { state: 'must-change-password' }),
  account('luke', 'Luke Locked', { state: 'locked' }),
];

export type SignIn = { readonly account: LabAccount } | { readonly account: undefined; readonly code: string };

/** What Active Directory says to a name and a password: the account, or its code (525, 52e, 530 …). */
export function signIn(accounts: readonly LabAccount[], name: string, password: string): SignIn {
  // A name without a domain is not looked for at all, in a simple bind.
  if (!/[@\\=]/.test(name)) return { account: undefined, code: '52e' };
  const account = findAccount(accounts, name);
  if (!account) return { account: undefined, code: '525' };
  if (account.state === 'locked') return { account: undefined, code: stateCodes.locked };
  if (password !== labPassword) return { account: undefined, code: '52e' };
  if (account.state === 'normal') return { account };
  return { account: undefined, code: stateCodes[account.state] };
}

/** UPN, `CORP\sam`, `corp.example\sam`, `sam@corp.example`, `sam@CORP` or DN, in any case (MS-ADTS 5.1.1.1.1). */
export function findAccount(accounts: readonly LabAccount[], name: string): LabAccount | undefined {
  const wanted = name.toLowerCase();
  return accounts.find((account) => bindNames(account).some((form) => form.toLowerCase() === wanted));
}

/** Every address that belongs to the account. */
export function addressesOf(account: LabAccount): string[] {
  return [...(account.mail === undefined ? [] : [account.mail]), ...account.aliases];
}

function bindNames({ sam, upn, dn }: LabAccount): string[] {
  const domains = [netbiosDomain, domain];
  return [upn, dn, ...domains.flatMap((of) => [`${of}\\${sam}`, `${sam}@${of}`])];
}

interface Details {
  readonly upn?: string;
  readonly mail?: false;
  readonly state?: AccountState;
  readonly aliases?: readonly string[];
  readonly homeServer?: string;
  readonly passwordExpiresInDays?: number;
}

function account(sam: string, displayName: string, { mail, ...details }: Details): LabAccount {
  return {
    sam,
    upn: `${sam}@${domain}`,
    cn: displayName,
    dn: `CN=${displayName.replace(/,/g, '\\,')},OU=People,${baseDn}`,
    displayName,
    state: 'normal',
    aliases: [],
    ...(mail === false ? {} : { mail: `${sam}@${domain}` }),
    ...details,
  };
}
