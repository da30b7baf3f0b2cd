import { entries } from '../entry.ts';

const signIn = {
  severity: 'error',
  args: ['user', 'host'],
  silences: ['smtp.auth-rejected', 'imap.auth-rejected', 'pop3.auth-rejected'],
} as const;

export const ldapProblems = entries({
  'ldap.invalid-credentials': { ...signIn, owner: 'user' },
  'ldap.no-such-user': { ...signIn, owner: 'user' },
  'ldap.password-expired': { ...signIn, owner: 'user' },
  'ldap.must-change-password': { ...signIn, owner: 'user' },
  'ldap.account-disabled': { ...signIn, owner: 'directory' },
  'ldap.account-locked': { ...signIn, owner: 'directory' },
  'ldap.account-expired': { ...signIn, owner: 'directory' },
  'ldap.logon-restricted': { ...signIn, owner: 'directory' },
  'ldap.strong-auth-required': { ...signIn, owner: 'directory' },
  'ldap.channel-binding-required': { ...signIn, owner: 'directory' },
  'ldap.start-tls-refused': { severity: 'error', owner: 'directory', args: ['host'], silences: [] },
  'ldap.protocol-error': { severity: 'error', owner: 'directory', args: ['host'], silences: [] },
  'ldap.unavailable': { severity: 'error', owner: 'directory', args: ['host'], silences: [] },
  'ldap.unexpected': { severity: 'error', owner: 'directory', args: ['host', 'result'], silences: [] },
  'ldap.entry-not-found': { severity: 'error', owner: 'directory', args: ['user', 'host'], silences: [] },
  'ldap.no-mail-address': { severity: 'warning', owner: 'directory', args: ['user'], silences: [] },
  'ldap.password-expires-soon': { severity: 'warning', owner: 'user', args: ['user', 'days', 'date'], silences: [] },
});
