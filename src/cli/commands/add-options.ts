import type { Command, Option } from 'commander';

/** Gives a command groups of options that others have too, in the order of its help. */
export function addOptions(command: Command, ...groups: readonly (readonly Option[])[]): Command {
  for (const option of groups.flat()) command.addOption(option);
  return command;
}

/** Examples at the end of a command's help. */
export function addExamples(command: Command, ...lines: readonly string[]): Command {
  return command.addHelpText('after', `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

/** The exit codes of a command that runs something, in one line; the help of the program has them in full. */
export function addExitCodes(command: Command): Command {
  return command.addHelpText('after', '\nExit codes: 0 passed, 1 broken, 2 wrong usage, 3 inconclusive, 130 cancelled');
}
