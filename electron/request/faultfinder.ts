import type { Parsed } from '../../src/chain/parse/index.ts';
import type { Flaw } from '../../src/core/index.ts';
import type { AskedField } from '../contract.ts';

/** What is wrong with one field of a form. */
export interface Invalid {
  readonly field: AskedField;
  readonly flaw: Flaw;
  /** What was typed; empty where nothing was, or where it must not be repeated. */
  readonly value: string;
}

/** Reads the fields of a form, and keeps what is wrong with them. */
export interface Faultfinder {
  /** The value of a text; null when there is none, or none of use. */
  read<T>(field: AskedField, text: string, parse: (text: string) => Parsed<T>): T | null;
  add(field: AskedField, flaw: Flaw, value?: string): void;
  /** Whether a field is beyond doubt. */
  isSound(field: AskedField): boolean;
  readonly found: readonly Invalid[];
}

export function createFaultfinder(): Faultfinder {
  const found: Invalid[] = [];
  const add = (field: AskedField, flaw: Flaw, value = '') => {
    found.push({ field, flaw, value });
  };
  return {
    found,
    add,
    read(field, text, parse) {
      if (text.trim() === '') return null;
      const value = parse(text);
      if (value.ok) return value.value;
      add(field, value.error, text);
      return null;
    },
    isSound: (field) => found.every((one) => one.field !== field),
  };
}
