import type { Report } from '../../../../src/run/index.ts';
import { duration } from '../../../kit/format.ts';
import { hiddenVisually } from '../../../kit/hidden.ts';
import { useSpoken } from '../../../words/context.tsx';
import { probeName } from '../shared/names.ts';
import type { CriticalPart } from './rows.ts';

interface Props {
  readonly report: Report;
  readonly parts: ReadonlyMap<string, CriticalPart>;
}

/** The waterfall as a table, for whoever reads it with a screen reader. */
export function TextTable({ report, parts }: Props) {
  const { words: all, locale } = useSpoken();
  const { waterfall: words } = all.views;
  const time = (ms: number | null) => (ms === null ? '–' : duration(ms, locale));
  return (
    <div style={hiddenVisually}>
      <table>
        <caption>{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.step}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.start}</th>
            <th scope="col">{words.duration}</th>
            <th scope="col">{words.exchanges}</th>
            <th scope="col">{words.roundTrips}</th>
          </tr>
        </thead>
        <tbody>
          {report.probes.map(({ id, outcome, startedAt, duration: took, exchanges }) => (
            <tr key={id}>
              <th scope="row">{probeName(id, all.views)}</th>
              <td>{all.problem.states[outcome]}</td>
              <td>{outcome === 'skipped' ? '–' : time(startedAt)}</td>
              <td>{outcome === 'skipped' ? '–' : time(took)}</td>
              <td>{exchanges.length}</td>
              <td>{parts.get(id)?.roundTrips ?? 0}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
