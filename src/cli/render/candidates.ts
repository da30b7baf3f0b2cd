import type { CandidateReport, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { factLines, tableLines } from './table.ts';
import { duration } from './units.ts';

const verdicts: Readonly<Record<CandidateReport['verdict'], string>> = {
  taken: 'taken: the first that exists',
  'same-host': 'the same server as the one taken',
  ambiguous: 'another server of this name',
  'later-in-order': 'exists, but comes later',
  'no-such-name': 'no such name',
  'no-data': 'the name has no address',
  'server-failure': 'the DNS server failed',
  'no-answer': 'no answer',
  'cname-loop': 'aliases in a circle',
};

/** Each full name that was considered, and why it was taken or not; then what other programs on this machine see. */
export function candidateSection({ chain: { name } }: Report, width: number): Line[] {
  if (name === null) return [];
  const rows = name.candidates.map((candidate) => [
    candidate.name,
    candidate.suffix === null ? 'as it was typed' : candidate.suffix,
    candidate.suffix === null ? '' : `${candidate.source}${candidate.approves ? '' : ', not approved'}`,
    [...candidate.addresses, candidate.canonicalName === null ? '' : `alias of ${candidate.canonicalName}`]
      .filter((text) => text !== '')
      .join(', '),
    verdicts[candidate.verdict],
    duration(candidate.duration),
  ]);
  const columns = ['name', 'suffix', 'from', 'answer', 'verdict', 'time'];
  const system = name.systemResolver;
  return [
    ...tableLines({ title: `Candidates for ${name.asked}`, columns, rows }, width),
    ...factLines(
      {
        title: 'Trust and other programs',
        facts: [
          ['may get a password', name.fqdn === null ? '' : (name.approvedBy ?? 'not without your approval')],
          ['other programs see', system === null ? '' : (system.error ?? system.addresses.join(', '))],
        ],
      },
      width,
    ),
  ];
}
