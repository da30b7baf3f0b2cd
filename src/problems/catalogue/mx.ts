import { entries } from '../entry.ts';

export const mxProblems = entries({
  'mx.null': { severity: 'error', owner: 'user', args: ['domain'], silences: [] },
  'mx.implicit': { severity: 'notice', owner: 'dns', args: ['domain'], silences: [] },
  'mx.unreachable': { severity: 'error', owner: 'network', args: ['domain', 'hosts'], silences: [] },
  'mx.no-address': { severity: 'error', owner: 'dns', args: ['domain', 'host'], silences: [] },
});
