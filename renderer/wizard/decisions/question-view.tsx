import type { Problem } from '../../../src/core/problem.ts';
import type { End, Question } from '../ends.ts';
import type { SetUpDesk } from '../use-set-up.ts';
import { ApproveQuestion } from './approve-question.tsx';
import { AskDomain, AskServer } from './ask-name.tsx';
import { ChooseQuestion } from './choose-question.tsx';
import { IssuerQuestion } from './issuer-question.tsx';
import { RelayPasswordQuestion } from './relay-password-question.tsx';

export interface QuestionProps {
  readonly desk: SetUpDesk;
  readonly problem: Problem;
  /** Whether there is a result without an answer, too. */
  readonly optional: boolean;
  /** The safe answer: nothing more happens; what was found is shown, if that is anything. */
  stop(): void;
}

const views: Readonly<Record<Question, (props: QuestionProps) => React.ReactNode>> = {
  approve: ApproveQuestion,
  choose: ChooseQuestion,
  issuer: IssuerQuestion,
  'relay-password': RelayPasswordQuestion,
  'ask-server': AskServer,
  'ask-domain': AskDomain,
};

interface Props {
  readonly desk: SetUpDesk;
  readonly end: Extract<End, { kind: 'question' }>;
}

/** What has to be decided before anything goes on. */
export function QuestionView({ desk, end }: Props) {
  const View = views[end.question];
  const { problem, optional } = end;
  return <View desk={desk} problem={problem} optional={optional} stop={optional ? desk.decline : desk.leave} />;
}
