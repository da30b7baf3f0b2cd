import { visible } from '../../../../src/core/index.ts';
import type { DcCandidateReport } from '../../../../src/run/index.ts';
import { duration } from '../../../kit/format.ts';
import { type Spoken, useSpoken } from '../../../words/context.tsx';
import { type Column, DataTable } from '../shared/data-table.tsx';
import { EmptyState } from '../shared/empty-state.tsx';
import { titleOfCode } from '../shared/title-of-code.ts';
import type { ViewProps } from '../shared/view-props.ts';
import { whyNothing } from '../shared/why-nothing.ts';

/** The domain controllers that DNS named, in the order they were tried, and how each of them did. */
export function DcTable({ report }: ViewProps) {
  const spoken = useSpoken();
  const { dcs: words } = spoken.words.views;
  const controller = report.chain.domainController;
  if (controller === null || controller.candidates.length === 0)
    return <EmptyState text={whyNothing(report, 'dc.locate', words.notAsked, spoken.words)} />;
  const rows = [...controller.candidates].sort((left, right) => left.rank - right.rank);
  return (
    <>
      <DataTable
        caption={words.title(visible(controller.domain))}
        columns={columnsOf(spoken)}
        rows={rows}
        isMain={({ state }) => state === 'chosen'}
      />
      {controller.clientSite !== null && <p>{words.clientSite(visible(controller.clientSite))}</p>}
    </>
  );
}

function columnsOf(spoken: Spoken): readonly Column<DcCandidateReport>[] {
  const { locale, words: all } = spoken;
  const { dcs: words, yes, no } = all.views;
  const time = (ms: number | null) => (ms === null ? '–' : duration(ms, locale));
  return [
    { id: 'host', header: words.host, untrusted: true, text: ({ host }) => host },
    { id: 'state', header: words.state, text: ({ state }) => words.states[state] },
    {
      id: 'why',
      header: words.why,
      wide: true,
      text: ({ problem, host }) => (problem === null ? '' : titleOfCode(problem, { host, server: host }, spoken)),
    },
    { id: 'site', header: words.site, untrusted: true, text: ({ site }) => site ?? '–' },
    { id: 'closest', header: words.closest, text: ({ closest }) => (closest === null ? '–' : closest ? yes : no) },
    { id: 'ping', header: words.ping, numeric: true, text: ({ ping }) => time(ping) },
    { id: 'ldaps', header: words.ldaps, numeric: true, text: ({ ldaps }) => time(ldaps) },
    { id: 'addresses', header: words.addresses, untrusted: true, text: ({ addresses }) => addresses.join('\n') },
    { id: 'rank', header: words.rank, numeric: true, text: ({ rank }) => String(rank) },
    { id: 'priority', header: words.priority, numeric: true, text: ({ priority, weight }) => `${priority}, ${weight}` },
  ];
}
