import { type RefObject, useEffect, useRef } from 'react';
import type { Invalid } from '../../run/run-store.ts';

/**
 * Moves the focus to the first field, in the order of the form, that something is wrong with; when it opens, to `first`, unless
 * somebody is in it already.
 */
export function useFirstBadField(form: RefObject<HTMLElement | null>, invalid: Invalid, first: string | null): void {
  const opening = useRef(first);
  useEffect(() => {
    const fields = [...(form.current?.querySelectorAll('input') ?? [])];
    const bad = fields.find(({ name }) => invalid.some(({ field }) => field === name));
    const opened = fields.find(({ name }) => name === opening.current);
    const isWithin = opening.current !== null && form.current?.contains(document.activeElement);
    opening.current = null;
    if (!isWithin) (bad ?? opened)?.focus();
  }, [form, invalid]);
}
