import type { Command } from 'commander';
import { type Actions, shells } from '../actions.ts';
import { UsageError } from '../usage-error.ts';
import { addExamples } from './add-options.ts';

export function addCompletion(program: Command, print: Actions['completion']): void {
  const command = program
    .command('completion')
    .argument('<shell>', shells.join(', '))
    .summary('a script that completes commands and options')
    .description('Prints a script that teaches your shell to complete commands, options and their values.');
  addExamples(
    command,
    'source <(waypost completion bash)                                   in ~/.bashrc',
    'source <(waypost completion zsh)                                    in ~/.zshrc, after compinit',
    'waypost completion powershell | Out-String | Invoke-Expression      in $PROFILE',
  );
  command.action((name: string) => {
    const shell = shells.find((known) => known === name);
    if (shell === undefined)
      throw new UsageError('<shell>', name, `give ${shells.join(', ').replace(/, (\w+)$/, ' or $1')}`);
    return print(shell);
  });
}
