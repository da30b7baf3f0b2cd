import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useApp } from '../../app/context.tsx';
import { useSpoken } from '../../words/context.tsx';
import { Sheet } from '../column.tsx';
import { StepHeading } from '../step-heading.tsx';
import { useEscape } from '../use-escape.ts';
import type { SetUpDesk } from '../use-set-up.ts';
import { Elapsed } from './elapsed.tsx';
import { StepList } from './step-list.tsx';
import { stepsOf } from './steps.ts';
import { useStepAnnouncements } from './use-step-announcements.ts';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    color: tokens.colorNeutralForeground3,
  },
});

/** The steps while they are gone through. */
export function Progress({ desk }: { readonly desk: SetUpDesk }) {
  const styles = useStyles();
  const { info } = useApp();
  const spoken = useSpoken();
  const { app, wizard: words } = spoken.words;
  const { report } = desk.run.state;
  const steps = stepsOf(report, spoken, { goal: desk.draft.goal, sendsTest: info.policy.sendTests });
  useStepAnnouncements(steps);
  useEscape(desk.leave);
  return (
    <Sheet>
      <StepHeading focused>{desk.draft.goal === 'discover' ? words.searching : words.checking}</StepHeading>
      <StepList steps={steps} report={report} level={2} />
      <div className={styles.foot}>
        <Button onClick={desk.leave}>{app.cancel}</Button>
        <Elapsed />
      </div>
    </Sheet>
  );
}
