import type { Command, Option } from 'commander';
import { shells } from '../actions.ts';

export interface CompletionOption {
  readonly flags: readonly string[];
  readonly description: string;
  /** What comes after it: nothing, a file, one of some words, or anything. */
  readonly value: 'none' | 'file' | 'any' | readonly string[];
}

export interface CompletionCommand {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly CompletionOption[];
  /** Words that may stand there without an option's name. */
  readonly words: readonly string[];
}

export interface CompletionModel {
  readonly program: string;
  readonly commands: readonly CompletionCommand[];
  readonly options: readonly CompletionOption[];
}

/** The values of options that are known only to what does the work, by the option's name. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/** What there is to complete, read from the command line's own tree, so that it can never be out of date. */
export function completionModel(program: Command, values: KnownValues): CompletionModel {
  const help: CompletionOption = { flags: ['--help', '-h'], description: 'this help', value: 'none' };
  return {
    program: program.name(),
    options: [...program.options.map((option) => optionOf(option, {})), help],
    commands: program.commands.map((command) => ({
      name: command.name(),
      summary: command.summary(),
      options: [...command.options.map((option) => optionOf(option, values)), help],
      words: command.name() === 'completion' ? shells : [],
    })),
  };
}

function optionOf(option: Option, values: KnownValues): CompletionOption {
  const flags = [option.long, option.short].filter((flag): flag is string => typeof flag === 'string');
  return { flags, description: option.description, value: argumentOf(option, values[option.attributeName()]) };
}

function argumentOf(option: Option, known: readonly string[] | undefined): CompletionOption['value'] {
  if (!option.required) return 'none';
  if (/<(file|folder)>$/.test(option.flags)) return 'file';
  return option.argChoices ?? known ?? 'any';
}
