import type { Command } from 'commander';
import { parseUser } from '../../chain/parse/index.ts';
import type { Actions } from '../actions.ts';
import { readArgument } from '../arguments.ts';
import {
  type CliOptions,
  directoryOptions,
  directoryPorts,
  dnsOptions,
  mailPorts,
  outputOptions,
  passwordOptions,
  settingsPorts,
  setUpOptions,
  trustOptions,
} from '../options/index.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

export function addSetUp(program: Command, run: Actions['run']): void {
  const command = program
    .command('set-up')
    .argument('<user>', 'sign-in name, such as alice@corp.example, CORP\\alice or alice')
    .summary('everything that a mail program needs, proved')
    .description(
      'Does what the wizard does: signs in, finds the servers for incoming and outgoing mail, proves both, sends a test message to yourself and looks for it in your inbox. Keep its report with --json, and hand it to "waypost export" to set up a mail program.',
    );
  addOptions(command, setUpOptions, directoryOptions, dnsOptions, trustOptions);
  addOptions(command, passwordOptions, outputOptions, directoryPorts, mailPorts, settingsPorts);
  addExamples(
    command,
    'waypost set-up alice@corp.example',
    'waypost set-up alice@corp.example --json > account.json && waypost export --from account.json --client thunderbird --out profile',
  );
  addExitCodes(command);
  command.action((user: string, options: CliOptions) =>
    run({ goal: 'set-up', user: readArgument('user', user, parseUser) }, options),
  );
}
