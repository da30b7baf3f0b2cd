import type { AccountState, LabAccount } from '../accounts.ts';
import type { LabSettings } from '../settings.ts';
import { type AppliedFault, type Change, fault, set } from './fault.ts';

/** What can stand between alice and her account. */
export const accountFaults: readonly AppliedFault[] = [
  fault('account-missing', 'The account does not exist (525)', 'ldap.no-such-user', withoutAlice),
  accountState('logon-hours', 'may not sign in at this hour (530)', 'ldap.logon-restricted'),
  accountState('workstation', 'may not sign in from this computer (531)', 'ldap.logon-restricted'),
  accountState('password-expired', 'has an expired password (532)', 'ldap.password-expired'),
  accountState('disabled', 'is disabled (533)', 'ldap.account-disabled'),
  accountState('account-expired', 'has expired (701)', 'ldap.account-expired'),
  accountState('must-change-password', 'must change its password first (773)', 'ldap.must-change-password'),
  accountState('locked', 'is locked (775)', 'ldap.account-locked'),
  fault(
    'account-without-mail',
    'The account has no mail address',
    'ldap.no-mail-address',
    changeAlice(({ mail: _, ...rest }) => ({ ...rest, aliases: [] })),
  ),
  fault(
    'password-expires-soon',
    'The password expires in 9 days',
    'ldap.password-expires-soon',
    changeAlice((alice) => ({ ...alice, passwordExpiresInDays: 9 })),
  ),
  fault(
    'strong-auth-required',
    'The domain controllers demand signing, as behind a TLS terminator (result 8)',
    'ldap.strong-auth-required',
    set({ bindPolicy: 'strong-auth-required' }),
  ),
  fault(
    'channel-binding-required',
    'The domain controllers demand channel binding (80090346)',
    'ldap.channel-binding-required',
    set({ bindPolicy: 'channel-binding-required' }),
  ),
];

function accountState(state: AccountState, what: string, expects: string): AppliedFault {
  const id = state.startsWith('account-') ? state : `account-${state}`;
  return fault(
    id,
    `The account ${what}`,
    expects,
    changeAlice((alice) => ({ ...alice, state })),
  );
}

function changeAlice(change: (alice: LabAccount) => LabAccount): Change {
  return (settings) => ({
    ...settings,
    accounts: settings.accounts.map((account) => (account.sam === 'alice' ? change(account) : account)),
  });
}

function withoutAlice(settings: LabSettings): LabSettings {
  return { ...settings, accounts: settings.accounts.filter(({ sam }) => sam !== 'alice') };
}
