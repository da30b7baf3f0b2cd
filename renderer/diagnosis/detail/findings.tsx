import { makeStyles, tokens } from '@fluentui/react-components';
import type { Remedy } from '../../../src/core/index.ts';
import { linksOf, ownProblems, type Report } from '../../../src/run/index.ts';
import { useWords } from '../../words/context.tsx';
import { firstBroken } from '../chain/first-broken.ts';
import { isLink } from '../chain/names.ts';
import { LinkDetail } from './link-detail.tsx';
import { ProbeDetail } from './probe-detail.tsx';
import { Problems } from './problems.tsx';

const useStyles = makeStyles({
  findings: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly report: Report;
  /** What somebody has chosen; null: what matters most is shown. */
  readonly selected: string | null;
  onShow(id: string): void;
  onRemedy(remedy: Remedy): void;
}

/** The chosen link or probe, or else the first that is broken, or else what is worth knowing about the run. */
export function Findings({ report, selected, onShow, onRemedy }: Props) {
  const styles = useStyles();
  const shown = selected ?? firstBroken(report)?.probe ?? null;
  const probe = report.probes.find(({ id }) => id === shown);
  return (
    <div className={styles.findings}>
      {shown === null ? (
        <Overview report={report} onRemedy={onRemedy} />
      ) : isLink(shown) ? (
        <LinkDetail report={report} id={shown} onShow={onShow} onRemedy={onRemedy} />
      ) : (
        probe && <ProbeDetail key={probe.id} probe={probe} onRemedy={onRemedy} />
      )}
    </div>
  );
}

function Overview({ report, onRemedy }: Pick<Props, 'report' | 'onRemedy'>) {
  const styles = useStyles();
  const { detail } = useWords().diagnosis;
  const links = linksOf(report);
  const told = links.flatMap((_, place) => ownProblems(links, place).told);
  const early =
    report.problem !== null && told.every(({ code }) => code !== report.problem?.code) ? [report.problem] : [];
  return (
    <>
      <Problems problems={[...early, ...told]} onRemedy={onRemedy} />
      <p className={styles.quiet}>{detail.nothingChosen}</p>
    </>
  );
}
