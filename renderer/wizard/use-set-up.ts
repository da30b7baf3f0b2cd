import { createContext, useContext } from 'react';
import { useApp } from '../app/context.tsx';
import type { Invalid, NotStarted, Obstacle, RunSnapshot } from '../run/run-store.ts';
import { useRun } from '../run/use-run.ts';
import { askedOf, type Draft, noPassword, type Passwords } from './draft.ts';
import type { SetUpState } from './set-up-state.ts';

export interface SetUpHold {
  readonly state: SetUpState;
  change(part: Partial<SetUpState>): void;
}

/** Held by the window, so that it outlives the screen. */
export const SetUpContext = createContext<SetUpHold | null>(null);

export interface SetUpDesk {
  readonly draft: Draft;
  readonly invalid: Invalid;
  readonly obstacle: Obstacle | null;
  readonly run: RunSnapshot;
  /** Whether the question of this run was left without an answer. */
  readonly isDeclined: boolean;
  /** Changes what was typed, and takes back what was said against it. */
  edit(part: Partial<Draft>): void;
  /** Starts with passwords of its own. Answers why nothing was started, null when it runs. */
  start(part: Partial<Draft>, passwords: Passwords): Promise<NotStarted | null>;
  /** Starts again with another answer and the passwords of the run before. */
  rerun(part: Partial<Draft>, relayPassword?: Passwords['relayPassword']): Promise<NotStarted | null>;
  /** Leaves the question of this run without an answer, and goes on to the result. */
  decline(): void;
  /** Looks no longer for what has not come yet; what was found stays. */
  stopWaiting(): void;
  /** Ends what runs, lets go of its passwords and goes back to the form. */
  leave(): void;
}

/** All that the wizard does. */
export function useSetUp(): SetUpDesk {
  const hold = useContext(SetUpContext);
  if (hold === null) throw new Error('outside of the window');
  const { state, change } = hold;
  const { info, runs } = useApp();
  const run = useRun(runs.setUp);

  const start = async (part: Partial<Draft>, passwords: Passwords): Promise<NotStarted | null> => {
    const draft = { ...state.draft, ...part };
    change({ draft, invalid: [], obstacle: null });
    const remember = draft.remember && passwords.password.kind !== 'remembered';
    const refused = await runs.setUp.start({ asked: askedOf(draft, info), ...passwords, remember });
    if (refused?.kind === 'invalid') change({ invalid: refused.invalid.map(asInForm) });
    else change({ obstacle: refused });
    return refused;
  };
  return {
    ...state,
    run,
    isDeclined: run.id !== null && state.declined === run.id,
    edit: (part) => change({ draft: { ...state.draft, ...part }, invalid: [], obstacle: null }),
    start,
    async rerun(part, relayPassword) {
      if (run.id === null) return null;
      const sameAs = { kind: 'same-as', run: run.id } as const;
      const hasOwn = (part.relayUser ?? state.draft.relayUser) !== '';
      const refused = await start(part, {
        password: sameAs,
        relayPassword: relayPassword ?? (hasOwn ? sameAs : noPassword),
      });
      // The password is no longer held: it is typed again, in the form, where everything else has been kept.
      if (lacksPassword(refused)) runs.setUp.reset();
      return refused;
    },
    decline: () => change({ declined: run.id }),
    stopWaiting: () => runs.setUp.cancel(),
    leave: () => runs.setUp.reset(),
  };
}

/** Whose settings are looked for is typed into the field of the name. */
function asInForm(one: Invalid[number]): Invalid[number] {
  return one.field === 'destination' ? { ...one, field: 'user' } : one;
}

/** Whether the directory's password has to be typed, or typed again. */
export function lacksPassword(refused: NotStarted | null): boolean {
  return refused?.kind === 'invalid' && refused.invalid.some(({ field }) => field === 'password');
}
