import { entries } from '../entry.ts';

const connection = { severity: 'error', owner: 'network', args: ['host', 'port'], silences: [] } as const;

export const netProblems = entries({
  'net.refused': connection,
  'net.timeout': connection,
  'net.unreachable': connection,
  'net.reset': connection,
  'net.unexpected': connection,
});
