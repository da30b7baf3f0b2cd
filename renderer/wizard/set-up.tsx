import { lazy, Suspense, useEffect } from 'react';
import { useCommand } from '../app/use-command.ts';
import { Column } from './column.tsx';
import { endOf } from './ends.ts';
import { FirstForm, loadRefusal } from './form/first-form.tsx';
import { useSetUp } from './use-set-up.ts';

const loadFollowing = () => import('./following.tsx');
const Following = lazy(loadFollowing);

async function loadTheRest() {
  await Promise.all([loadFollowing(), loadRefusal()]);
}

/** Set up mail: a form, then whatever its run leads to. */
export function SetUp() {
  const desk = useSetUp();
  const { id, phase, state } = desk.run;
  useEffect(() => {
    // What comes after the form is there before it is asked for.
    const idle = requestIdleCallback(() => void loadTheRest());
    return () => cancelIdleCallback(idle);
  }, []);
  useCommand('cancel', () => {
    if (phase === 'starting' || phase === 'running') desk.leave();
  });
  // While a further run is being asked for, the end of the one before is still what is shown.
  const end = id === null || state.report.outcome === null ? null : endOf(state.report);
  const isForm = id === null || end?.kind === 'retype' || end?.kind === 'cancelled';
  return (
    <Column>
      {isForm ? (
        <FirstForm desk={desk} refusal={end?.kind === 'retype' ? end.problem : null} />
      ) : (
        <Suspense fallback={null}>
          <Following desk={desk} end={end} />
        </Suspense>
      )}
    </Column>
  );
}
