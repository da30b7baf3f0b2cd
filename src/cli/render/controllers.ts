import type { DcCandidateReport, Report } from '../../run/index.ts';
import { certificateWords } from './certificate.ts';
import type { Line } from './line.ts';
import { shortly } from './shortly.ts';
import { type TableRow, tableLines } from './table.ts';
import { duration } from './units.ts';

const states: Readonly<Record<DcCandidateReport['state'], string>> = {
  chosen: 'chosen',
  usable: 'usable',
  'not-tried': 'not tried',
  'no-answer': 'not reached',
  unusable: 'unusable',
};

const columns = ['host', 'rank', 'state', 'site', 'SRV', 'CLDAP', 'LDAPS'];

/** The domain controllers in the order in which they were tried. SRV is priority and weight (RFC 2782). */
export function controllerSection({ chain: { domainController: dc } }: Report, width: number): Line[] {
  if (dc === null) return [];
  const rows = [...dc.candidates].sort((a, b) => a.rank - b.rank).map(rowOf);
  return tableLines({ title: `Domain controllers of ${dc.domain}`, columns, rows }, width);
}

function rowOf(candidate: DcCandidateReport): TableRow {
  const { host, rank, state, site, closest, priority, weight, ping, ldaps, addresses, problem } = candidate;
  return {
    cells: [
      host,
      String(rank),
      states[state],
      `${site ?? ''}${closest ? ' (closest)' : ''}`,
      `${priority} ${weight}`,
      ping === null ? '' : duration(ping),
      ldaps === null ? '' : duration(ldaps),
    ],
    below: [
      ['address', addresses.join(', ')],
      ['certificate', certificateWords(candidate.certificate)],
      ['problem', problem === null ? '' : shortly(problem)],
    ],
  };
}
