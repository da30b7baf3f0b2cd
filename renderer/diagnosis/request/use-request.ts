import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AskedField, AskedRun, PasswordSource } from '../../../electron/contract.ts';
import type { Flaw } from '../../../src/core/flaw.ts';
import { useApp } from '../../app/context.tsx';
import type { Invalid, Obstacle } from '../../run/run-store.ts';
import { useWords } from '../../words/context.tsx';
import { askedOf, withoutIdleUser } from './draft.ts';
import { fieldsOf } from './fields.ts';
import { forgetRun, relaySourceWhenEmpty, rememberRun, sourceWhenEmpty } from './passwords.ts';
import { useDraft } from './use-draft.ts';

export type Flaws = ReadonlyMap<AskedField, Flaw>;
export type PasswordInput = RefObject<HTMLInputElement | null>;

export interface RequestForm {
  readonly draft: AskedRun;
  setDraft(draft: AskedRun): void;
  readonly flaws: Flaws;
  /** What kept a run from starting, whatever was in the form. */
  readonly obstacle: Obstacle | null;
  /** Passwords stay in their fields, which are emptied when they have been sent. */
  readonly password: PasswordInput;
  readonly relayPassword: PasswordInput;
  readonly remember: boolean;
  setRemember(remember: boolean): void;
  readonly isUnfolded: boolean;
  setUnfolded(unfolded: boolean): void;
  /** Shows a field, unfolding what hides it, and puts the focus there. */
  reveal(field: AskedField): void;
  /** Starts a run of this form. Answers whether it was started. */
  start(draft: AskedRun): Promise<boolean>;
}

/** The form, and what starts a run of it. */
export function useRequest(): RequestForm {
  const { runs, info, announce } = useApp();
  const { diagnosis } = useWords();
  const store = runs.diagnose;
  const [draft, setDraft] = useDraft();
  const [flaws, setFlaws] = useState<Flaws>(new Map());
  const [obstacle, setObstacle] = useState<Obstacle | null>(null);
  const [remember, setRemember] = useState(false);
  const password: PasswordInput = useRef(null);
  const relayPassword: PasswordInput = useRef(null);

  const [isUnfolded, setUnfolded] = useState(false);
  const [wanted, setWanted] = useState<{ readonly field: AskedField } | null>(null);
  // Once it is there to be focused.
  useEffect(() => {
    if (wanted !== null) document.getElementById(fieldId(wanted.field))?.focus();
  }, [wanted]);
  const reveal = useCallback((field: AskedField) => {
    setUnfolded(true);
    setWanted({ field });
  }, []);
  const rare = fieldsOf(draft.goal).more;
  const show = useCallback(
    (invalid: Invalid) => {
      setFlaws(new Map(invalid.map(({ field, flaw }) => [field, flaw])));
      const [first] = invalid;
      if (first === undefined) return;
      if (invalid.some(({ field }) => rare.includes(field))) setUnfolded(true);
      setWanted({ field: first.field });
    },
    [rare],
  );

  const start = useCallback(
    async (next: AskedRun) => {
      const given = askedOf(next);
      const own = take(password, sourceWhenEmpty(store, given.user, info));
      const asked = withoutIdleUser(given, own);
      const relay = take(relayPassword, relaySourceWhenEmpty(store));
      setDraft(next);
      const refused = await store.start({ asked, password: own, relayPassword: relay, remember });
      const invalid = refused?.kind === 'invalid' ? refused.invalid : [];
      show(invalid);
      setObstacle(refused?.kind === 'invalid' ? null : refused);
      if (invalid.some(lacksPassword)) forgetRun(store);
      if (invalid.length > 0) announce(diagnosis.form.flawed(invalid.length));
      if (refused !== null) return false;
      setDraft(next);
      for (const input of [password, relayPassword]) if (input.current) input.current.value = '';
      const { id } = store.get();
      if (id !== null && own.kind !== 'none') {
        rememberRun(store, { run: id, user: asked.user, hasRelay: relay.kind !== 'none' });
      }
      return true;
    },
    [store, info, remember, setDraft, show, announce, diagnosis],
  );
  return useMemo(
    () => ({
      ...{ draft, setDraft, flaws, obstacle, password, relayPassword },
      ...{ remember, setRemember, isUnfolded, setUnfolded, reveal, start },
    }),
    [draft, setDraft, flaws, obstacle, remember, isUnfolded, reveal, start],
  );
}

/** The id of a field's input. */
export function fieldId(field: AskedField): string {
  return `request-${field}`;
}

function take({ current }: PasswordInput, whenEmpty: PasswordSource): PasswordSource {
  return current === null || current.value === '' ? whenEmpty : { kind: 'typed', text: current.value };
}

function lacksPassword({ field }: Invalid[number]): boolean {
  return field === 'password' || field === 'relayPassword';
}
