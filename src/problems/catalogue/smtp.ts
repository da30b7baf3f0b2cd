import { entries } from '../entry.ts';

const refusal = { severity: 'error', owner: 'mail', silences: [] } as const;

export const smtpProblems = entries({
  'smtp.no-secure-endpoint': {
    ...refusal,
    args: ['host'],
    silences: ['net.timeout', 'net.refused', 'net.unreachable', 'net.reset'],
  },
  'smtp.tls-not-offered': { ...refusal, args: ['host', 'port'] },
  'smtp.auth-not-offered': { ...refusal, args: ['host', 'port'] },
  'smtp.no-common-mechanism': { ...refusal, args: ['host', 'offered'] },
  'smtp.auth-rejected': { ...refusal, args: ['user', 'host'] },
  'smtp.auth-unavailable': { ...refusal, args: ['host'] },
  'smtp.relay-denied': { ...refusal, args: ['recipient', 'host'] },
  'smtp.open-relay': { severity: 'warning', owner: 'mail', args: ['host', 'recipient'], silences: [] },
  'smtp.sender-refused': { ...refusal, args: ['sender', 'host'] },
  'smtp.recipient-refused': { ...refusal, owner: 'user', args: ['recipient', 'host'] },
  'smtp.mailbox-full': { severity: 'warning', owner: 'user', args: ['recipient', 'host'], silences: [] },
  'smtp.greylisted': { severity: 'warning', owner: 'mail', args: ['recipient', 'host'], silences: [] },
  'smtp.too-large': { ...refusal, owner: 'user', args: ['size', 'limit', 'host'] },
  'smtp.message-refused': { ...refusal, args: ['host'] },
  'smtp.service-unavailable': { ...refusal, args: ['host'] },
  'smtp.protocol-error': { ...refusal, args: ['host', 'expected'] },
  'smtp.unicode-not-supported': { ...refusal, args: ['address', 'host'] },
  'smtp.dsn-not-offered': { severity: 'warning', owner: 'mail', args: ['host'], silences: [] },
  'smtp.requiretls-not-offered': { ...refusal, args: ['host'] },
  'smtp.uncertain': { severity: 'error', owner: 'mail', args: ['host'], silences: ['net.reset', 'net.timeout'] },
});
