import { makeStyles, tokens } from '@fluentui/react-components';
import { linksOf, ownProblems, type Report } from '../../../src/run/index.ts';
import { duration } from '../../kit/format.ts';
import { ProblemView } from '../../kit/problem-view.tsx';
import { Untrusted } from '../../kit/untrusted.tsx';
import { useSpoken } from '../../words/context.tsx';

const useStyles = makeStyles({
  evidence: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    padding: '4px 4px 12px 36px',
  },
  exchanges: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalXS },
  time: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  none: { margin: 0, color: tokens.colorNeutralForeground3 },
});

/** More than this is for the diagnosis, which has room for it. */
const most = 30;

interface Props {
  /** The id of a link, or of one probe. */
  readonly link: string;
  readonly report: Report;
  /** Of the headings of its problems. */
  readonly level: 2 | 3;
}

/** What was asked and answered at one link, and what is wrong there. */
export function StepEvidence({ link, report, level }: Props) {
  const styles = useStyles();
  const { locale, words } = useSpoken();
  const links = linksOf(report);
  const place = links.findIndex(({ id }) => id === link);
  // Else it is about one probe alone.
  const probes = links[place]?.probes ?? [link];
  const own = report.probes.filter(({ id }) => probes.includes(id));
  const told = place === -1 ? own.flatMap(({ problems }) => problems) : ownProblems(links, place).told;
  const exchanges = own.flatMap((probe) => probe.exchanges);
  return (
    <div className={styles.evidence}>
      {told.map((problem) => (
        <ProblemView key={`${problem.code}${JSON.stringify(problem.args)}`} problem={problem} level={level} />
      ))}
      {exchanges.length === 0 && <p className={styles.none}>{words.wizard.noEvidence}</p>}
      <ul className={styles.exchanges}>
        {exchanges.slice(0, most).map((exchange) => (
          <li key={`${exchange.startedAt} ${exchange.peer} ${exchange.asked}`}>
            <Untrusted text={`${exchange.peer}: ${exchange.asked} → ${exchange.answered}`} limit={400} />{' '}
            <span className={styles.time}>{duration(exchange.duration, locale)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
