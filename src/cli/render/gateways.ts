import type { GatewayReport, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { shortly } from './shortly.ts';
import { type TableRow, tableLines } from './table.ts';
import { duration } from './units.ts';

const columns = ['preference', 'gateway', 'answers', 'time'];
const answers: Readonly<Record<GatewayReport['reached'], string>> = { yes: 'yes', no: 'no', 'not-tried': 'not tried' };

/** The gateways of a domain; the lowest preference number is tried first (RFC 5321 5.1). */
export function gatewaySection({ chain: { route } }: Report, width: number): Line[] {
  if (route === null) return [];
  const rows = [...route.gateways].sort((a, b) => a.preference - b.preference).map(rowOf);
  return tableLines({ title: `Gateways of ${route.domain}`, columns, rows }, width);
}

function rowOf({ host, preference, addresses, reached, duration: ms, greeting, problem }: GatewayReport): TableRow {
  return {
    cells: [String(preference), host, answers[reached], ms === null ? '' : duration(ms)],
    below: [
      ['addresses', addresses.join(', ')],
      ['greeting', greeting ?? ''],
      ['problem', problem === null ? '' : shortly(problem)],
    ],
  };
}
