import type { DcCandidateReport, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { tableLines } from './table.ts';
import { day, duration } from './units.ts';

const states: Readonly<Record<DcCandidateReport['state'], string>> = {
  chosen: 'chosen',
  usable: 'usable',
  'not-tried': 'not tried',
  'no-answer': 'no answer',
  unusable: 'unusable',
};

const columns = ['host', 'rank', 'state', 'site', 'SRV', 'CLDAP', 'LDAPS', 'address', 'certificate'];

/** The domain controllers in the order in which they were tried. SRV is priority and weight (RFC 2782). */
export function controllerSection({ chain: { domainController: dc } }: Report, width: number): Line[] {
  if (dc === null) return [];
  const rows = [...dc.candidates].sort((a, b) => a.rank - b.rank).map(rowOf);
  return tableLines({ title: `Domain controllers of ${dc.domain}`, columns, rows }, width);
}

function rowOf(candidate: DcCandidateReport): string[] {
  const { host, port, rank, state, site, closest, priority, weight, ping, ldaps, addresses, problem } = candidate;
  return [
    `${host}:${port}`,
    String(rank),
    problem === null ? states[state] : `${states[state]} (${problem})`,
    [site ?? '', closest ? 'closest' : ''].filter((text) => text !== '').join(', '),
    `${priority} ${weight}`,
    ping === null ? '' : duration(ping),
    ldaps === null ? '' : duration(ldaps),
    addresses.join(', '),
    certificateOf(candidate),
  ];
}

function certificateOf({ certificate }: DcCandidateReport): string {
  if (certificate === null) return '';
  return `${certificate.names.join(', ') || certificate.subject}, until ${day(certificate.notAfter)}`;
}
