import type { Result } from '../core/index.ts';
import { UsageError } from './usage-error.ts';

/** An argument without an option's name, parsed. Throws UsageError. */
export function readArgument<T>(name: string, text: string, parse: (text: string) => Result<T, string>): T {
  const value = parse(text);
  if (value.ok) return value.value;
  throw new UsageError(`<${name}>`, text, value.error);
}
