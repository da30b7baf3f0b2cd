import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AskedField, AskedRun, CallAnswer, PasswordSource } from '../../../electron/contract.ts';
import type { Flaw } from '../../../src/core/flaw.ts';
import { useApp } from '../../app/context.tsx';
import { useWords } from '../../words/context.tsx';
import { askedOf } from './draft.ts';
import { fieldsOf } from './fields.ts';
import { forgetRun, relaySourceWhenEmpty, rememberRun, sourceWhenEmpty } from './passwords.ts';
import { useDraft } from './use-draft.ts';

type Invalid = Extract<CallAnswer<'run.start'>, { invalid: unknown }>['invalid'][number];
export type Flaws = ReadonlyMap<AskedField, Flaw>;
export type PasswordInput = RefObject<HTMLInputElement | null>;

export interface RequestForm {
  readonly draft: AskedRun;
  setDraft(draft: AskedRun): void;
  readonly flaws: Flaws;
  /** Set when the program itself could not start a run. */
  readonly failed: boolean;
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
  const [failed, setFailed] = useState(false);
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
    (invalid: readonly Invalid[]) => {
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
      const asked = askedOf(next);
      const own = take(password, sourceWhenEmpty(store, asked.user, info));
      const relay = take(relayPassword, relaySourceWhenEmpty(store));
      setDraft(next);
      try {
        const invalid = await store.start({ asked, password: own, relayPassword: relay, remember });
        setFailed(false);
        show(invalid ?? []);
        if (invalid !== null) {
          if (invalid.some(({ field }) => field === 'password' || field === 'relayPassword')) forgetRun(store);
          announce(diagnosis.form.flawed(invalid.length));
          return false;
        }
      } catch {
        setFailed(true);
        announce(diagnosis.form.failed);
        return false;
      }
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
      ...{ draft, setDraft, flaws, failed, password, relayPassword },
      ...{ remember, setRemember, isUnfolded, setUnfolded, reveal, start },
    }),
    [draft, setDraft, flaws, failed, remember, isUnfolded, reveal, start],
  );
}

/** The id of a field's input. */
export function fieldId(field: AskedField): string {
  return `request-${field}`;
}

function take({ current }: PasswordInput, whenEmpty: PasswordSource): PasswordSource {
  return current === null || current.value === '' ? whenEmpty : { kind: 'typed', text: current.value };
}
