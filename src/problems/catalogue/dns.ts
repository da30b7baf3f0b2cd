import { entries } from '../entry.ts';

export const dnsProblems = entries({
  'dns.no-such-name': { severity: 'error', owner: 'dns', args: ['name'], silences: [] },
  'dns.no-data': { severity: 'error', owner: 'dns', args: ['name'], silences: [] },
  'dns.server-unreachable': {
    severity: 'error',
    owner: 'network',
    args: ['server'],
    silences: ['dns.no-such-name', 'dns.no-server-found', 'dc.no-srv-records', 'dns.disagreement'],
  },
  'dns.server-failure': { severity: 'error', owner: 'dns', args: ['name', 'server'], silences: ['dns.disagreement'] },
  'dns.ambiguous-name': { severity: 'decision', owner: 'user', args: ['name', 'first', 'second'], silences: [] },
  'dns.disagreement': { severity: 'warning', owner: 'dns', args: ['name', 'ours', 'theirs'], silences: [] },
  'dns.no-search-list': { severity: 'error', owner: 'user', args: ['name'], silences: ['dns.no-such-name'] },
  'dns.unapproved-name': { severity: 'decision', owner: 'user', args: ['name', 'asked', 'domain'], silences: [] },
  'dns.cname-loop': { severity: 'error', owner: 'dns', args: ['name'], silences: [] },
  'dns.no-server-found': { severity: 'error', owner: 'user', args: ['domain'], silences: ['dns.no-such-name'] },
});
