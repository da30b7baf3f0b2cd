import { entries } from '../entry.ts';

export const tlsProblems = entries({
  'tls.untrusted-issuer': { severity: 'decision', owner: 'mail', args: ['host', 'issuer'], silences: [] },
  'tls.name-mismatch': { severity: 'error', owner: 'mail', args: ['host', 'names'], silences: [] },
  'tls.expired': { severity: 'error', owner: 'mail', args: ['host', 'date'], silences: [] },
  'tls.not-yet-valid': { severity: 'error', owner: 'mail', args: ['host', 'date'], silences: [] },
  'tls.weak': { severity: 'error', owner: 'mail', args: ['host', 'what'], silences: [] },
  'tls.handshake-failed': { severity: 'error', owner: 'mail', args: ['host', 'port'], silences: [] },
});
