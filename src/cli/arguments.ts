import type { Parsed } from '../chain/parse/index.ts';
import { flawWords } from './flaw-words.ts';
import { UsageError } from './usage-error.ts';

/** An argument without an option's name, parsed. Throws UsageError. */
export function readArgument<T>(name: string, text: string, parse: (text: string) => Parsed<T>): T {
  const value = parse(text);
  if (value.ok) return value.value;
  throw new UsageError(`<${name}>`, text, flawWords[value.error]);
}
