import type { CandidateReport, NameReport, Report } from '../../run/index.ts';
import { factLines } from './fact-list.ts';
import type { Line } from './line.ts';
import { type TableRow, tableLines } from './table.ts';
import { duration } from './units.ts';

const verdicts: Readonly<Record<CandidateReport['verdict'], string>> = {
  taken: 'taken',
  'same-host': 'the same server',
  ambiguous: 'may be the one',
  'later-in-order': 'exists, but comes later',
  'no-such-name': 'no such name',
  'no-data': 'has no address',
  'server-failure': 'the server failed',
  'no-answer': 'no answer',
  'cname-loop': 'aliases in a circle',
};

/** Each full name that was considered, and why it was taken or not; then what other programs on this machine see. */
export function candidateSection(report: Report, width: number): Line[] {
  const { name } = report.chain;
  return name === null ? [] : [...candidateTable(report, width), ...trustLines(name, width)];
}

/** Each full name that was considered, and why it was taken or not. */
export function candidateTable({ chain: { name } }: Report, width: number): Line[] {
  if (name === null) return [];
  const columns = ['name', 'verdict', 'time'];
  return tableLines({ title: `What ${name.asked} may stand for`, columns, rows: name.candidates.map(rowOf) }, width);
}

function rowOf(candidate: CandidateReport): TableRow {
  const { name, verdict, addresses, suffix, source, approves, canonicalName, server, duration: ms } = candidate;
  const origin = `${suffix} (${source}${approves ? '' : ', approves nothing'})`;
  return {
    cells: [name, verdicts[verdict], duration(ms)],
    below: [
      ['suffix', suffix === null ? 'none, as it was typed' : origin],
      ['answer', addresses.join(', ')],
      ['alias of', canonicalName ?? ''],
      ['said by', server ?? ''],
    ],
  };
}

function trustLines({ fqdn, approvedBy, systemResolver: system }: NameReport, width: number): Line[] {
  const facts = [
    ['may get a password', fqdn === null ? '' : (approvedBy ?? 'not without your approval')],
    ['other programs see', system === null ? '' : (system.error ?? system.addresses.join(', '))],
  ] as const;
  return factLines({ title: 'What follows from it', facts }, width);
}
