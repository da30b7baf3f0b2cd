import type { Command } from 'commander';
import type { Shell } from '../actions.ts';
import { bashScript } from './bash.ts';
import { completionModel, type KnownValues } from './model.ts';
import { powershellScript } from './powershell.ts';
import { zshScript } from './zsh.ts';

const writers = { bash: bashScript, zsh: zshScript, powershell: powershellScript } as const;

/** A script for a shell, made from the command line's own tree. */
export function completionScript(shell: Shell, program: Command, values: KnownValues): string {
  return writers[shell](completionModel(program, values));
}
