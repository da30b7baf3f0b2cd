import { entries } from '../entry.ts';

const refusal = { severity: 'error', owner: 'mail', silences: [] } as const;

export const imapProblems = entries({
  'imap.tls-not-offered': { ...refusal, args: ['host', 'port'] },
  'imap.service-unavailable': { ...refusal, args: ['host'] },
  'imap.protocol-error': { ...refusal, args: ['host', 'expected'] },
  'imap.login-disabled': { ...refusal, args: ['host'] },
  'imap.auth-rejected': { ...refusal, args: ['user', 'host'] },
  'imap.auth-unavailable': { ...refusal, args: ['host'] },
  'imap.mailbox-full': { severity: 'warning', owner: 'user', args: ['user', 'host'], silences: [] },
  'imap.mailbox-unavailable': { ...refusal, args: ['folder', 'host'] },
});

export const pop3Problems = entries({
  'pop3.tls-not-offered': { ...refusal, args: ['host', 'port'] },
  'pop3.service-unavailable': { ...refusal, args: ['host'] },
  'pop3.protocol-error': { ...refusal, args: ['host', 'expected'] },
  'pop3.login-disabled': { ...refusal, args: ['host'] },
  'pop3.auth-rejected': { ...refusal, args: ['user', 'host'] },
  'pop3.auth-unavailable': { ...refusal, args: ['host'] },
  'pop3.mailbox-locked': { severity: 'warning', owner: 'user', args: ['user', 'host'], silences: [] },
});

export const custodyProblems = entries({
  'custody.not-arrived': { severity: 'warning', owner: 'mail', args: ['seconds', 'host'], silences: [] },
  'custody.in-junk': { severity: 'warning', owner: 'mail', args: ['folder', 'host'], silences: [] },
  'custody.delivery-failed': { ...refusal, args: ['recipient', 'reporter'] },
  'custody.delivery-delayed': { severity: 'warning', owner: 'mail', args: ['recipient', 'reporter'], silences: [] },
});
