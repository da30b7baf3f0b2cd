import type { Command } from 'commander';
import { parseDestination } from '../../chain/parse/index.ts';
import type { Actions } from '../actions.ts';
import { readArgument } from '../arguments.ts';
import { type CliOptions, dnsOptions, outputOptions, trustOptions } from '../options/index.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

export function addDiscover(program: Command, run: Actions['run']): void {
  const command = program
    .command('discover')
    .argument('<address>', 'mail address or domain')
    .summary('the mail settings that are published for an address')
    .description(
      'Asks every place where settings for an address can be published, all at once and without a password: which servers each of them names, what it is worth, and which are the best. With --explain also what is missing, and how to publish it.',
    );
  addOptions(command, dnsOptions, trustOptions, outputOptions);
  addExamples(command, 'waypost discover alice@corp.example', 'waypost discover corp.example --explain');
  addExitCodes(command);
  command.action((address: string, options: CliOptions) =>
    run({ goal: 'discover', destination: readArgument('address', address, parseDestination) }, options),
  );
}
