import { obstacleText } from '../kit/obstacle-text.ts';
import { useWords } from '../words/context.tsx';
import { FormText } from './form/form-text.tsx';
import type { SetUpDesk } from './use-set-up.ts';

/** Why the check was not started, where something kept it from that. */
export function ObstacleNote({ desk: { obstacle } }: { readonly desk: Pick<SetUpDesk, 'obstacle'> }) {
  const { app, wizard } = useWords();
  return obstacle && <FormText alert>{obstacleText(obstacle, wizard.notStarted, app)}</FormText>;
}
