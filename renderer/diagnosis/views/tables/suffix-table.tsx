import { makeStyles, tokens } from '@fluentui/react-components';
import { visible } from '../../../../src/core/index.ts';
import type { CandidateReport, NameReport } from '../../../../src/run/index.ts';
import { duration } from '../../../kit/format.ts';
import { type Spoken, useSpoken } from '../../../words/context.tsx';
import type { Words } from '../../../words/words.ts';
import { type Column, DataTable } from '../shared/data-table.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import type { ViewProps } from '../shared/view-props.ts';
import { whyNothing } from '../shared/why-nothing.ts';
import { sourceInWords } from './suffix-source.ts';

const useStyles = makeStyles({
  notes: {
    margin: `${tokens.spacingVerticalM} 0 0`,
    paddingLeft: '20px',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

/** Every full name that was tried for a short one, and what became of it; then who approves it and what others see. */
export function SuffixTable({ report }: ViewProps) {
  const styles = useStyles();
  const spoken = useSpoken();
  const { suffixes: words } = spoken.words.views;
  const { name } = report.chain;
  if (name === null) return <EmptyState text={whyNothing(report, 'dns.name', words.notAsked, spoken.words)} />;
  const approval = report.probes.find(({ id }) => id === 'dns.approval');
  const others = report.probes.find(({ id }) => id === 'dns.system-resolver');
  const notes = [
    words.origins[name.origin],
    ...(approval?.outcome === 'passed' || name.approvedBy !== null || name.fqdn === null
      ? approvalNotes(name, words)
      : []),
    ...(approval?.outcome === 'unknown' || approval?.outcome === 'failed' ? [words.notApproved] : []),
    ...(others?.outcome === 'running' || others === undefined ? [] : [othersNote(name, words)]),
  ];
  return (
    <div>
      {name.candidates.length === 0 ? (
        <EmptyState text={words.direct} />
      ) : (
        <DataTable
          caption={words.title(visible(name.asked))}
          columns={columnsOf(spoken)}
          rows={name.candidates}
          isMain={({ verdict }) => verdict === 'taken'}
        />
      )}
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </div>
  );
}

type SuffixWords = Words['views']['suffixes'];

function approvalNotes({ fqdn, approvedBy }: NameReport, words: SuffixWords): readonly string[] {
  if (fqdn === null) return [words.noServer];
  if (approvedBy === null) return [];
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return [words.approvedBy(reasons[approvedBy] ?? visible(approvedBy))];
}

function othersNote({ systemResolver: seen }: NameReport, words: SuffixWords): string {
  if (seen === null) return words.othersUnknown;
  if (seen.error !== null) return words.othersError(visible(seen.error, 200));
  return seen.addresses.length === 0
    ? words.othersNothing
    : words.others(seen.addresses.map((a) => visible(a)).join(', '));
}

function columnsOf({ locale, words: all }: Spoken): readonly Column<CandidateReport>[] {
  const { suffixes: words, yes, no } = all.views;
  return [
    { id: 'name', header: words.name, untrusted: true, text: ({ name }) => name },
    { id: 'verdict', header: words.verdict, text: ({ verdict }) => words.verdicts[verdict] },
    { id: 'addresses', header: words.addresses, untrusted: true, text: ({ addresses }) => addresses.join('\n') || '–' },
    { id: 'suffix', header: words.suffix, text: ({ suffix }) => (suffix === null ? words.asTyped : visible(suffix)) },
    {
      id: 'source',
      header: words.source,
      text: ({ suffix, source }) => (suffix === null ? '–' : sourceInWords(source, words)),
    },
    { id: 'approves', header: words.approves, text: ({ approves }) => (approves ? yes : no) },
    { id: 'alias', header: words.alias, untrusted: true, text: ({ canonicalName }) => canonicalName ?? '–' },
    { id: 'server', header: words.server, untrusted: true, text: ({ server }) => server ?? '–' },
    { id: 'duration', header: words.duration, numeric: true, text: (one) => duration(one.duration, locale) },
  ];
}
