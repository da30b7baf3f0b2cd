import { useState } from 'react';
import { visible } from '../../../src/core/text.ts';
import { useApp } from '../../app/context.tsx';
import { useWords } from '../../words/context.tsx';
import { CopyReport } from '../copy-report.tsx';
import { policyOf } from '../draft.ts';
import { CheckBox } from '../form/check-box.tsx';
import { FormText } from '../form/form-text.tsx';
import { ObstacleNote } from '../obstacle-note.tsx';
import { Answer, Answers } from './answers.tsx';
import { QuestionSheet } from './question-sheet.tsx';
import type { QuestionProps } from './question-view.tsx';

/** The server's name came out of DNS alone: whether its domain belongs to the organisation is for a person to say. */
export function ApproveQuestion({ desk, problem }: QuestionProps) {
  const { info, bridge } = useApp();
  const { wizard: words } = useWords();
  const [keep, setKeep] = useState(false);
  const [kept, setKept] = useState(true);
  const isLocked = policyOf(info, 'approvedDomains')?.locked === true;
  const domain = String(problem.args['domain'] ?? '');
  const shown = visible(domain, 300);
  const name = visible(String(problem.args['name'] ?? ''), 300);
  // A name out of an SRV record is absolute: its dot tells a person nothing.
  const asked = visible(String(problem.args['asked'] ?? '').replace(/\.$/, ''), 300);
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
    <QuestionSheet
      title={words.approve.title(shown)}
      found={asked === name ? words.approve.foundInDns(name) : words.approve.found(asked, name)}
      why={words.approve.why(shown)}
      leave={desk.leave}
    >
      <Answers>
        <Answer
          safe
          label={words.stopHere}
          consequence={words.approve.stop}
          onChoose={desk.leave}
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
    </QuestionSheet>
  );
}
