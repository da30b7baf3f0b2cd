import { entries } from '../entry.ts';

export const runProblems = entries({
  'input.invalid': { severity: 'error', owner: 'user', args: ['argument', 'value', 'reason'], silences: [] },
  'run.cancelled': { severity: 'notice', owner: 'user', args: [], silences: [] },
  'run.deadline': { severity: 'error', owner: 'network', args: ['seconds'], silences: [] },
  'run.engine-stopped': { severity: 'error', owner: 'network', args: ['reason'], silences: [] },
  'run.unexpected': { severity: 'error', owner: 'user', args: ['probe'], silences: [] },
});
