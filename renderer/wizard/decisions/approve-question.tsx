import { useState } from 'react';
import { visible } from '../../../src/core/text.ts';
import { useApp } from '../../app/context.tsx';
import { HowFound } from '../../found/index.ts';
import { Fold } from '../../kit/fold.tsx';
import { useWords } from '../../words/context.tsx';
import { CopyReport } from '../copy-report.tsx';
import { policyOf } from '../draft.ts';
import { CheckBox } from '../form/check-box.tsx';
import { FormText } from '../form/form-text.tsx';
import { ObstacleNote } from '../obstacle-note.tsx';
import { Answer, Answers } from './answers.tsx';
import { useApproveTexts } from './approve-texts.ts';
import { QuestionSheet } from './question-sheet.tsx';
import type { QuestionProps } from './question-view.tsx';

/** Nobody vouches for the server's name: whether its domain belongs to the organisation is for a person to say. */
export function ApproveQuestion({ desk, problem, optional, stop }: QuestionProps) {
  const { info, bridge } = useApp();
  const { wizard: words } = useWords();
  const [keep, setKeep] = useState(false);
  const [kept, setKept] = useState(true);
  const isLocked = policyOf(info, 'approvedDomains')?.locked === true;
  const domain = String(problem.args['domain'] ?? '');
  const shown = visible(domain, 300);
  const texts = useApproveTexts(problem, desk.run.state.report);
  const trust = async () => {
    if (keep) {
      const approvedDomains = [...new Set([...info.settings.approvedDomains, domain])];
      const answer = await bridge.call('settings.change', { approvedDomains }).catch(() => null);
      if (answer === null || !('settings' in answer)) {
        setKeep(false);
        return setKept(false);
      }
    }
    await desk.rerun({ approvedDomains: [...desk.draft.approvedDomains, domain] });
  };
  return (
    <QuestionSheet title={texts.title} found={texts.found} why={texts.why} leave={stop}>
      <Answers>
        <Answer
          safe
          label={optional ? words.goOnWithout : words.stopHere}
          consequence={optional ? words.approve.without : words.approve.stop}
          onChoose={stop}
          beside={<CopyReport report={desk.run.state.report} label={words.copyForHelpdesk} />}
        />
        {isLocked ? (
          <FormText>{words.approve.locked}</FormText>
        ) : (
          <Answer
            label={words.approve.trust(shown)}
            consequence={words.approve.trusted(shown)}
            onChoose={() => void trust()}
          >
            <CheckBox label={words.approve.keep} checked={keep} onChange={setKeep} />
          </Answer>
        )}
      </Answers>
      {!kept && <FormText alert>{words.approve.notKept}</FormText>}
      <ObstacleNote desk={desk} />
      {problem.code === 'settings.foreign-server' && (
        <Fold label={words.howFound}>
          <HowFound report={desk.run.state.report} level={2} />
        </Fold>
      )}
    </QuestionSheet>
  );
}
