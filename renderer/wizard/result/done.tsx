import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useEffect } from 'react';
import { useApp } from '../../app/context.tsx';
import { useCommand } from '../../app/use-command.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { reportText } from '../../kit/report-text.ts';
import { StatusMark } from '../../kit/status-mark.tsx';
import { useSpoken } from '../../words/context.tsx';
import { Sheet } from '../column.tsx';
import { FactRows } from '../fact-rows.tsx';
import { StepHeading } from '../step-heading.tsx';
import type { SetUpDesk } from '../use-set-up.ts';
import { accountSettings, settingsText } from './account-settings.ts';
import { custodyLine } from './custody-line.ts';
import { useResultStyles } from './styles.ts';
import { Warnings } from './warnings.tsx';

const Clients = lazy(() => import('../clients/clients.tsx'));

const useStyles = makeStyles({
  custody: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr)',
    padding: tokens.spacingHorizontalM,
    background: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusLarge,
  },
});

/** The account that was found, and what became of the test message. */
export function Done({ desk }: { readonly desk: SetUpDesk }) {
  const styles = useStyles();
  const shared = useResultStyles();
  const { info, announce, bridge, runs, go } = useApp();
  const spoken = useSpoken();
  const { wizard: words } = spoken.words;
  const { report } = desk.run.state;
  const settings = accountSettings(report, words);
  const { custody } = report.chain;
  const custodyWords = custodyLine(custody, info.policy.sendTests, words.custody);
  useCommand('copy-report', () => void bridge.call('clipboard.write', reportText(report, spoken)));
  useEffect(() => announce(`${words.accountTitle}. ${custodyWords}`), [announce, words, custodyWords]);
  const seeDetails = () => {
    runs.diagnose.show(desk.run.state, desk.run.id);
    go('diagnose');
  };
  return (
    <>
      <Sheet>
        <StepHeading focused>{words.accountTitle}</StepHeading>
        <FactRows rows={settings} />
        {custodyWords !== '' && (
          <p className={styles.custody}>
            <StatusMark state={markOf(custody?.state)} />
            <span>{custodyWords}</span>
          </p>
        )}
        <Warnings report={report} />
        <div className={shared.buttons}>
          <CopyButton text={() => settingsText(settings)} label={words.copySettings} appearance="primary" />
          {info.policy.sendTests && <Button onClick={() => go('send')}>{words.sendAnother}</Button>}
          <Button appearance="subtle" onClick={seeDetails}>
            {words.details}
          </Button>
          <Button appearance="subtle" onClick={desk.leave}>
            {words.setUpAnother}
          </Button>
        </div>
      </Sheet>
      {desk.run.id !== null && (
        <Suspense fallback={null}>
          <Clients run={desk.run.id} />
        </Suspense>
      )}
    </>
  );
}

function markOf(state: 'accepted' | 'refused' | 'uncertain' | 'not-sent' | undefined) {
  if (state === 'accepted') return 'passed';
  return state === 'uncertain' ? 'unknown' : 'skipped';
}
