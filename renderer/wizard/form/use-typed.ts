import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { Draft } from '../draft.ts';

type Typed = Pick<Draft, 'user' | 'server'> & { readonly password: string };

/** Takes in what was typed before there was anybody to take it: the page shows the form before the program is loaded. */
export function useTyped(form: RefObject<HTMLFormElement | null>, take: (typed: Typed) => void): void {
  const first = useRef(take);
  useLayoutEffect(() => {
    const value = (name: string) => form.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';
    first.current({ user: value('user'), server: value('server'), password: value('password') });
  }, [form]);
}
