import type { Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { shortly } from './shortly.ts';
import { tableLines } from './table.ts';
import { duration } from './units.ts';

const states = { chosen: 'chosen', usable: 'usable', unusable: 'cannot be used', 'not-finished': 'not finished' };

/** The ports of a mail server that were tried, where none of them could be used. */
export function endpointSection({ chain: { relay } }: Report, width: number): Line[] {
  if (relay === null || relay.port !== null) return [];
  const columns = ['port', 'TLS', 'what happened', 'time'];
  const rows = relay.endpoints.map(({ port, security, state, problem, duration: ms }) => ({
    cells: [
      String(port),
      security === 'implicit' ? 'implicit' : 'STARTTLS',
      problem === null ? states[state] : shortly(problem),
      duration(ms),
    ],
  }));
  return tableLines({ title: `Ways to submit mail at ${relay.host}`, columns, rows }, width);
}
