import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect } from 'react';
import { accountServers, type Report } from '../../../src/run/index.ts';
import { useApp } from '../../app/context.tsx';
import { useCommand } from '../../app/use-command.ts';
import { HowFound } from '../../found/index.ts';
import { CopyButton } from '../../kit/copy-button.tsx';
import { Fold } from '../../kit/fold.tsx';
import { reportText } from '../../kit/report-text.ts';
import { useSpoken } from '../../words/context.tsx';
import { Sheet } from '../column.tsx';
import { FactRows } from '../fact-rows.tsx';
import { StepHeading } from '../step-heading.tsx';
import type { SetUpDesk } from '../use-set-up.ts';
import { accountSettings, settingsText } from './account-settings.ts';
import { CustodyCard } from './custody-card.tsx';
import { custodyLine } from './custody-line.ts';
import { useResultStyles } from './styles.ts';
import { Troubles } from './troubles.tsx';
import { Warnings } from './warnings.tsx';

const Clients = lazy(() => import('../clients/clients.tsx'));

/** The account that was found, how it was found, and what became of the test message. */
export function Done({ desk }: { readonly desk: SetUpDesk }) {
  const styles = useResultStyles();
  const { info, announce, bridge, runs, go } = useApp();
  const spoken = useSpoken();
  const { wizard: words } = spoken.words;
  const { report } = desk.run.state;
  const isSearch = desk.draft.goal === 'discover';
  const title = isSearch ? words.settingsTitle : words.accountTitle;
  const settings = accountSettings(report, words);
  const said = isSearch ? words.notSignedIn : custodyLine(report, info.policy.sendTests, spoken);
  useCommand('copy-report', () => void bridge.call('clipboard.write', reportText(report, spoken)));
  useEffect(() => announce(`${title}. ${said}`), [announce, title, said]);
  const seeDetails = () => {
    runs.diagnose.show(desk.run.state, desk.run.id);
    go('diagnose');
  };
  return (
    <>
      <Sheet>
        <StepHeading focused>{title}</StepHeading>
        <FactRows rows={settings} />
        {said !== '' && <CustodyCard desk={desk}>{said}</CustodyCard>}
        <Troubles report={report} />
        <Warnings report={report} />
        {report.chain.settings !== null && (
          <Fold label={words.howFound}>
            <HowFound report={report} level={2} />
          </Fold>
        )}
      </Sheet>
      {desk.run.id !== null && canBeSetUp(report) && (
        <Suspense fallback={null}>
          <Clients run={desk.run.id} />
        </Suspense>
      )}
      <div className={styles.buttons}>
        <CopyButton text={() => settingsText(settings)} label={words.copySettings} />
        {isSearch && <Button onClick={desk.leave}>{words.checkWithPassword}</Button>}
        {!isSearch && info.policy.sendTests && <Button onClick={() => go('send')}>{words.sendAnother}</Button>}
        <Button appearance="subtle" onClick={seeDetails}>
          {words.details}
        </Button>
        <Button appearance="subtle" onClick={desk.leave}>
          {words.setUpAnother}
        </Button>
      </div>
    </>
  );
}

/** No mail program is given a server that nobody has approved. */
function canBeSetUp(report: Report): boolean {
  const { incoming, outgoing } = accountServers(report);
  return outgoing?.toApprove === null && (incoming === null || incoming.toApprove === null);
}
