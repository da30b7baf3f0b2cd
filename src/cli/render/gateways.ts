import type { GatewayReport, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { tableLines } from './table.ts';
import { duration } from './units.ts';

const columns = ['gateway', 'preference', 'addresses', 'answers', 'time', 'greeting'];

/** The gateways of a domain; the lowest preference number is tried first (RFC 5321 5.1). */
export function gatewaySection({ chain: { route } }: Report, width: number): Line[] {
  if (route === null) return [];
  const rows = [...route.gateways].sort((a, b) => a.preference - b.preference).map(rowOf);
  return tableLines({ title: `Gateways of ${route.domain}`, columns, rows }, width);
}

function rowOf({ host, preference, addresses, reached, duration: ms, greeting, problem }: GatewayReport): string[] {
  const answers = { yes: 'yes', no: problem === null ? 'no' : `no (${problem})`, 'not-tried': 'not tried' };
  return [
    host,
    String(preference),
    addresses.join(', '),
    answers[reached],
    ms === null ? '' : duration(ms),
    greeting ?? '',
  ];
}
