import { makeStyles, tokens } from '@fluentui/react-components';
import { linksOf, ownProblems, type Report } from '../../../src/run/index.ts';
import { ProblemView } from '../../kit/problem-view.tsx';
import { useWords } from '../../words/context.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** What is broken although the relay takes mail: settings, mailbox or delivery. It is somebody's job, and takes nothing back. */
export function Troubles({ report }: { readonly report: Report }) {
  const styles = useStyles();
  const { wizard: words } = useWords();
  const told = troublesOf(report);
  if (told.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{words.notYet}</h2>
      {told.map((problem) => (
        <ProblemView key={`${problem.code}${JSON.stringify(problem.args)}`} problem={problem} level={3} />
      ))}
    </section>
  );
}

function troublesOf(report: Report) {
  const links = linksOf(report);
  return links.flatMap((link, place) => (isBroken(link.state) ? ownProblems(links, place).told : [])).filter(isTold);
}

function isBroken(state: string): boolean {
  return state === 'failed' || state === 'unknown';
}

/** That somebody stopped looking is no trouble, and an uncertain acceptance has been told with the message. */
function isTold({ code }: { readonly code: string }): boolean {
  return code !== 'run.cancelled' && code !== 'smtp.uncertain';
}
