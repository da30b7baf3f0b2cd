import { entries } from '../entry.ts';

const answer = { severity: 'warning', owner: 'mail', silences: [] } as const;

export const settingsProblems = entries({
  'settings.none-found': { severity: 'error', owner: 'mail', args: ['domain'], silences: [] },
  'settings.no-incoming': { severity: 'warning', owner: 'mail', args: ['domain'], silences: [] },
  'settings.unreachable': {
    severity: 'error',
    owner: 'network',
    args: ['domain', 'hosts'],
    silences: ['net.timeout', 'net.refused', 'net.unreachable', 'net.reset'],
  },
  'settings.no-domain': { severity: 'error', owner: 'user', args: ['address'], silences: [] },
  'settings.http-status': { ...answer, args: ['url', 'status'] },
  'settings.not-settings': { ...answer, args: ['url', 'what'] },
  'settings.too-large': { ...answer, args: ['url', 'limit'] },
  'settings.malformed': { ...answer, args: ['url', 'reason'] },
  'settings.bad-section': { ...answer, args: ['url', 'line', 'reason'] },
  'settings.no-servers': { ...answer, args: ['url'] },
  'settings.redirect-refused': { ...answer, args: ['url', 'target', 'reason'] },
  'settings.redirect-loop': { ...answer, args: ['url', 'hops'] },
  'settings.srv-useless': {
    severity: 'warning',
    owner: 'dns',
    args: ['name', 'target', 'port', 'reason'],
    silences: [],
  },
  'settings.srv-alias': { severity: 'warning', owner: 'dns', args: ['name', 'host', 'alias'], silences: [] },
  'settings.foreign-server': { severity: 'decision', owner: 'user', args: ['host', 'domain'], silences: [] },
  'settings.plain-only': { severity: 'warning', owner: 'mail', args: ['host', 'service'], silences: [] },
  'settings.browser-only': { severity: 'warning', owner: 'mail', args: ['host'], silences: [] },
  'settings.digest-mismatch': { severity: 'warning', owner: 'mail', args: ['url'], silences: [] },
  'settings.mx-is-filter': { severity: 'notice', owner: 'mail', args: ['domain', 'host', 'service'], silences: [] },
  'settings.digest-missing': { severity: 'warning', owner: 'dns', args: ['url', 'name'], silences: [] },
  'settings.sign-in-needed': { severity: 'notice', owner: 'user', args: ['url'], silences: [] },
  'settings.sign-in-refused': { severity: 'error', owner: 'user', args: ['url', 'user'], silences: [] },
  'settings.disagreement': { severity: 'warning', owner: 'mail', args: ['service', 'first', 'second'], silences: [] },
  'settings.split-horizon': { severity: 'warning', owner: 'dns', args: ['domain', 'names'], silences: [] },
  'settings.unwritable-value': { severity: 'error', owner: 'user', args: ['client', 'field'], silences: [] },
  'settings.client-lacks': { severity: 'error', owner: 'user', args: ['client', 'feature'], silences: [] },
  'settings.client-needs-mailbox': { severity: 'error', owner: 'user', args: ['client'], silences: [] },
  'settings.not-signed': { severity: 'error', owner: 'user', args: [], silences: [] },
});
