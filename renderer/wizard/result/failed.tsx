import { Button } from '@fluentui/react-components';
import { useEffect } from 'react';
import type { Problem } from '../../../src/core/problem.ts';
import { useApp } from '../../app/context.tsx';
import { useCommand } from '../../app/use-command.ts';
import { problemInWords } from '../../kit/problem-text.ts';
import { ProblemView } from '../../kit/problem-view.tsx';
import { reportText } from '../../kit/report-text.ts';
import { useSpoken } from '../../words/context.tsx';
import { Sheet } from '../column.tsx';
import { CopyReport } from '../copy-report.tsx';
import { ObstacleNote } from '../obstacle-note.tsx';
import { StepList } from '../progress/step-list.tsx';
import { stepsOf } from '../progress/steps.ts';
import { StepHeading } from '../step-heading.tsx';
import { useEscape } from '../use-escape.ts';
import type { SetUpDesk } from '../use-set-up.ts';
import { useResultStyles } from './styles.ts';
import { tryAgainKeepsPassword } from './try-again.ts';

interface Props {
  readonly desk: SetUpDesk;
  /** null where the run ended without naming one. */
  readonly problem: Problem | null;
}

/** What is wrong, who fixes it, and the report for them. */
export function Failed({ desk, problem }: Props) {
  const styles = useResultStyles();
  const { info, announce, bridge, runs, go } = useApp();
  const spoken = useSpoken();
  const { app, wizard: words } = spoken.words;
  const { report } = desk.run.state;
  const title = problem === null ? words.nothingTold : problemInWords(problem, spoken).title;
  useEscape(desk.leave);
  useCommand('copy-report', () => void bridge.call('clipboard.write', reportText(report, spoken)));
  useEffect(() => announce(title), [announce, title]);
  const tryAgain = () => (tryAgainKeepsPassword(problem) ? void desk.rerun({}) : desk.leave());
  const seeDetails = () => {
    runs.diagnose.show(desk.run.state, desk.run.id);
    go('diagnose');
  };
  return (
    <Sheet>
      <StepHeading focused>{words.failedTitle}</StepHeading>
      {problem === null ? (
        <p className={styles.text}>{words.nothingTold}</p>
      ) : (
        <ProblemView problem={problem} level={2} />
      )}
      <ObstacleNote desk={desk} />
      <div className={styles.buttons}>
        <CopyReport report={report} label={app.copyReport} appearance="primary" />
        <Button onClick={tryAgain}>{words.tryAgain}</Button>
        <Button appearance="subtle" onClick={seeDetails}>
          {words.seeDetails}
        </Button>
      </div>
      <section>
        <h2 className={styles.subtitle}>{words.whatWasChecked}</h2>
        <StepList
          steps={stepsOf(report, spoken, { goal: desk.draft.goal, sendsTest: info.policy.sendTests })}
          report={report}
          level={3}
        />
      </section>
    </Sheet>
  );
}
