import { Option } from 'commander';
import type { Parsed } from '../../chain/parse/index.ts';
import { ok } from '../../core/index.ts';
import { flawWords } from '../flaw-words.ts';
import { UsageError } from '../usage-error.ts';

/** Headings of the help. */
export const groups = {
  own: 'Options:',
  mail: 'Mail:',
  network: 'Network and trust:',
  password: 'Password (asked for, never an argument):',
  output: 'Output:',
  test: 'Test worlds, where services listen on other ports than the registered ones:',
} as const;

type Group = keyof typeof groups;
type Parse<T> = (text: string) => Parsed<T>;

/** An option without a value. */
export function flag(flags: string, description: string, group: Group): Option {
  return new Option(flags, description).helpGroup(groups[group]);
}

/** An option with one value. */
export function one<T>(flags: string, description: string, parse: Parse<T>, group: Group): Option {
  const option = flag(flags, description, group);
  return option.argParser((text: string) => parsed(option, text, parse));
}

/** An option with one of a few values; the parser refuses others. */
export function choice<T extends string>(
  flags: string,
  description: string,
  values: readonly T[],
  parse: Parse<T>,
  group: Group,
): Option {
  const option = flag(flags, description, group).choices(values);
  return option.argParser((text: string) => parsed(option, text, parse));
}

/** An option that may be repeated, or hold several values at once: they add up. */
export function many<T>(flags: string, description: string, parse: Parse<readonly T[]>, group: Group): Option {
  const option = flag(flags, description, group);
  return option.argParser((text: string, before: readonly T[] | undefined) => [
    ...(before ?? []),
    ...parsed(option, text, parse),
  ]);
}

/** A parser of one value as a parser of a list. */
export function single<T>(parse: Parse<T>): Parse<readonly T[]> {
  return (text) => {
    const value = parse(text);
    return value.ok ? ok([value.value]) : value;
  };
}

/** For what is looked at later, such as the name of a file. */
export const asTyped: Parse<string> = (text) => ok(text);

function parsed<T>(option: Option, text: string, parse: Parse<T>): T {
  const value = parse(text);
  if (value.ok) return value.value;
  throw new UsageError(option.long ?? option.flags, text, flawWords[value.error]);
}
