import { entries } from '../entry.ts';

export const dcProblems = entries({
  'dc.no-srv-records': { severity: 'error', owner: 'dns', args: ['domain', 'name'], silences: [] },
  'dc.all-unreachable': {
    severity: 'error',
    owner: 'network',
    args: ['domain', 'count'],
    silences: ['net.timeout', 'net.refused', 'net.unreachable', 'net.reset'],
  },
  'dc.some-unreachable': { severity: 'warning', owner: 'network', args: ['domain', 'hosts'], silences: [] },
  'dc.wrong-site': { severity: 'warning', owner: 'directory', args: ['host', 'site', 'closest'], silences: [] },
  'dc.unknown-domain': { severity: 'error', owner: 'user', args: ['user'], silences: [] },
  'dc.not-a-dc': { severity: 'error', owner: 'directory', args: ['host', 'domain'], silences: [] },
});
