import type { Command } from 'commander';
import { parseDestination } from '../../chain/parse/index.ts';
import type { Actions } from '../actions.ts';
import { readArgument } from '../arguments.ts';
import { type CliOptions, dnsOptions, gatewayPorts, outputOptions } from '../options/index.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

export function addRoute(program: Command, run: Actions['run']): void {
  const command = program
    .command('route')
    .argument('<destination>', 'mail address or domain')
    .summary('the gateways that take mail for a domain')
    .description(
      'Shows where mail for an address or a domain goes: its gateways in the order of preference, their addresses, and what they say when called. Also when a domain says that it takes none.',
    );
  addOptions(command, dnsOptions, outputOptions, gatewayPorts);
  addExamples(command, 'waypost route bob@partner.example', 'waypost route partner.example --dns 10.0.0.53');
  addExitCodes(command);
  command.action((destination: string, options: CliOptions) =>
    run({ goal: 'route', destination: readArgument('destination', destination, parseDestination) }, options),
  );
}
