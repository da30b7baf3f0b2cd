import type { Command } from 'commander';
import { parseServer } from '../../chain/parse/index.ts';
import type { Actions } from '../actions.ts';
import { readArgument } from '../arguments.ts';
import { type CliOptions, dnsOptions, outputOptions } from '../options/index.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

export function addResolve(program: Command, run: Actions['run']): void {
  const command = program
    .command('resolve')
    .argument('<name>', 'short or full name of a server')
    .summary('the full names that a short name may stand for')
    .description(
      'Shows each full name that a short name may stand for: which suffix made it, who configured that suffix, what DNS answered, and why it was taken or not.',
    );
  addOptions(command, dnsOptions, outputOptions);
  addExamples(command, 'waypost resolve mail', 'waypost resolve mail --search corp.example --dns 10.0.0.53');
  addExitCodes(command);
  command.action((name: string, options: CliOptions) =>
    run({ goal: 'resolve', server: readArgument('name', name, parseServer) }, options),
  );
}
