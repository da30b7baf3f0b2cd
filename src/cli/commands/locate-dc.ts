import type { Command } from 'commander';
import type { Actions } from '../actions.ts';
import {
  type CliOptions,
  directoryOptions,
  directoryPorts,
  dnsOptions,
  outputOptions,
  personOption,
  trustOptions,
} from '../options/index.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

export function addLocateDc(program: Command, run: Actions['run']): void {
  const command = program
    .command('locate-dc')
    .summary('the domain controllers and which one is used')
    .description(
      'Finds the domain controllers of an Active Directory domain: site, order by DNS, how fast each answers, and its certificate. Without --domain, the domain of --user or of this machine.',
    );
  addOptions(command, directoryOptions, [personOption], dnsOptions, trustOptions);
  addOptions(command, outputOptions, directoryPorts);
  addExamples(command, 'waypost locate-dc', 'waypost locate-dc --domain corp.example --site Branch');
  addExitCodes(command);
  command.action((options: CliOptions) => run({ goal: 'locate-dc' }, options));
}
