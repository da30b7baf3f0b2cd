import { QuestionView } from './decisions/question-view.tsx';
import type { End } from './ends.ts';
import { Progress } from './progress/progress.tsx';
import { Done } from './result/done.tsx';
import { Failed } from './result/failed.tsx';
import type { SetUpDesk } from './use-set-up.ts';

interface Props {
  readonly desk: SetUpDesk;
  /** null while the run goes on. */
  readonly end: End | null;
}

/** Everything after the first form: the steps, what has to be decided, and what came of it. */
export default function Following({ desk, end }: Props) {
  switch (end?.kind) {
    case undefined:
      return <Progress desk={desk} />;
    case 'question':
      return <QuestionView key={desk.run.id} desk={desk} end={end} />;
    case 'done':
      return <Done desk={desk} />;
    case 'failed':
      return <Failed desk={desk} problem={end.problem} />;
    default:
      return null;
  }
}
