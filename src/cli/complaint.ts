import type { Command, CommanderError } from 'commander';
import { UsageError } from './usage-error.ts';

/** What the parser of the command line found wrong, in the words of all other usage errors. */
export function complaintOf({ code, message }: CommanderError, program: Command, words: readonly string[]): UsageError {
  const command = program.commands.find((one) => one.name() === words[0]) ?? program;
  const [named = '', other = ''] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const meant = /Did you mean (?:one of )?(.*)\?/.exec(message)?.[1];
  const perhaps = meant === undefined ? null : `perhaps you mean ${meant}`;
  const name = named.split(' ')[0] ?? named;
  switch (code) {
    case 'commander.unknownCommand': {
      const known = `there are ${program.commands.map((one) => one.name()).join(', ')}`;
      return new UsageError('unknown command', named, perhaps ?? known);
    }
    case 'commander.unknownOption':
      return new UsageError('unknown option', named, passwordHint(named) ?? perhaps ?? 'the help lists what there is');
    case 'commander.optionMissingArgument': {
      const option = command.options.find(({ long }) => long === name);
      return new UsageError(named, null, `the value is missing${option ? ` (${option.description})` : ''}`);
    }
    case 'commander.missingArgument': {
      const argument = command.registeredArguments.find((one) => one.name() === named);
      return new UsageError(`<${named}>`, null, `it is missing; give ${argument?.description ?? 'it'}`);
    }
    case 'commander.excessArguments': {
      const extra = command.args[command.registeredArguments.length] ?? '';
      return new UsageError(command.name(), extra, 'this is one value too many; put a value with blanks in quotes');
    }
    case 'commander.conflictingOption':
      return new UsageError(named, null, `it cannot be used together with ${other}; give one of them`);
    default:
      return new UsageError('command line', null, message.replace(/^error: /, '').replace(/\.$/, ''));
  }
}

function passwordHint(option: string): string | null {
  if (!/^--?(p|pw|pass|passwd|password)\b/.test(option)) return null;
  return 'a password is never an argument, because others could see it; it is asked for, or read with --password-stdin';
}
