import { makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '../../../src/core/problem.ts';
import { type Link, linksOf, ownProblems, type Report } from '../../../src/run/index.ts';
import { dayAlone, inDays } from '../../kit/format.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { type Spoken, useSpoken } from '../../words/context.tsx';
import { useResultStyles } from './styles.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', rowGap: tokens.spacingVerticalM },
  item: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)' },
  what: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  todo: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What works, and will not for ever, or not for everybody. Told only where there is something to do. */
export function Warnings({ report }: { readonly report: Report }) {
  const styles = useStyles();
  const shared = useResultStyles();
  const spoken = useSpoken();
  const links = linksOf(report);
  const told = links
    .filter(({ state }) => state !== 'failed' && state !== 'unknown')
    .flatMap((link) => ownProblems(links, links.indexOf(link)).told.filter((problem) => isForThem(link, problem)))
    .filter((problem) => problemInWords(problem, spoken).severity !== 'notice');
  if (told.length === 0) return null;
  return (
    <section>
      <h2 className={shared.subtitle}>{spoken.words.wizard.worthKnowing}</h2>
      <ul className={styles.list}>
        {told.map((problem) => (
          <li key={`${problem.code}${JSON.stringify(problem.args)}`} className={styles.item}>
            <StatusMark state="warned" />
            <div>
              <p className={styles.what}>{titleOf(problem, spoken)}</p>
              <p className={styles.todo}>{problemInWords(problem, spoken).todo}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How settings are published is for administrators to mend; people only want to know what they cannot have. */
function isForThem({ id }: Link, { code }: Problem): boolean {
  return id !== 'settings' || ['settings.no-incoming', 'settings.browser-only', 'settings.plain-only'].includes(code);
}

function titleOf(problem: Problem, spoken: Spoken): string {
  const { days, date } = problem.args;
  if (problem.code !== 'ldap.password-expires-soon' || typeof days !== 'number') {
    return problemInWords(problem, spoken).title;
  }
  return spoken.words.wizard.passwordExpires(inDays(days, spoken.locale), dayAlone(String(date), spoken.locale));
}
