import type { Command } from 'commander';
import { parseUser } from '../../chain/parse/index.ts';
import type { Actions } from '../actions.ts';
import { readArgument } from '../arguments.ts';
import {
  type CliOptions,
  directoryOptions,
  directoryPorts,
  dnsOptions,
  onePasswordOption,
  outputOptions,
  trustOptions,
} from '../options/index.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

export function addSignIn(program: Command, run: Actions['run']): void {
  const command = program
    .command('sign-in')
    .argument('<user>', 'alice@corp.example, CORP\\alice, alice, or a distinguished name')
    .summary('sign in at the directory and show the account')
    .description(
      'Signs in at a domain controller over verified TLS, with at most one failing attempt, and shows who the directory says this is.',
    );
  addOptions(command, directoryOptions, dnsOptions, trustOptions, [onePasswordOption], outputOptions, directoryPorts);
  addExamples(
    command,
    'waypost sign-in alice@corp.example',
    "waypost sign-in 'CORP\\alice' --domain corp.example",
    'pass show corp | waypost sign-in alice@corp.example --password-stdin',
  );
  addExitCodes(command);
  command.action((user: string, options: CliOptions) =>
    run({ goal: 'sign-in', user: readArgument('user', user, parseUser) }, options),
  );
}
