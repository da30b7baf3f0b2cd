import { lazy, Suspense, useEffect } from 'react';
import { useCommand } from '../app/use-command.ts';
import { Column } from './column.tsx';
import { type End, endOf } from './ends.ts';
import { FirstForm, loadRefusal } from './form/first-form.tsx';
import { useSetUp } from './use-set-up.ts';

const loadFollowing = () => import('./following.tsx');
const Following = lazy(loadFollowing);

const done: End = { kind: 'done' };

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
  // While a further run is being asked for, the end of the one before is still what is shown.
  const reached = id === null ? null : endOf(state.report);
  const isLeftOpen = reached?.kind === 'question' && reached.optional && desk.isDeclined;
  const end = isLeftOpen ? done : reached;
  useCommand('cancel', () => {
    if (phase !== 'starting' && phase !== 'running') return;
    if (end?.kind === 'done') desk.stopWaiting();
    else desk.leave();
  });
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
