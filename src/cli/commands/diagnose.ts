import type { Command } from 'commander';
import type { Actions } from '../actions.ts';
import {
  type CliOptions,
  directoryOptions,
  directoryPorts,
  dnsOptions,
  mailOptions,
  mailPorts,
  outputOptions,
  passwordOptions,
  trustOptions,
} from '../options/index.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

export function addDiagnose(program: Command, run: Actions['run']): void {
  const command = program
    .command('diagnose')
    .usage('--user <name> [--server <name>] [--to <address>] [options]')
    .summary('the whole chain, link by link, up to a test message')
    .description(
      'Follows the whole chain: short name, full name, domain controller, sign-in, account, relay, and a test message that the relay takes into custody. Says which link is broken and who can fix it. Without --server, the server is looked for; without --to, the message goes to the person who signs in.',
    );
  addOptions(command, mailOptions, directoryOptions, dnsOptions, trustOptions);
  addOptions(command, passwordOptions, outputOptions, directoryPorts, mailPorts);
  addExamples(
    command,
    'waypost diagnose --server mail --user alice@corp.example --to bob@partner.example',
    'waypost diagnose --user alice@corp.example --to bob@partner.example --no-send --json > report.json',
  );
  addExitCodes(command);
  command.action((options: CliOptions) => run({ goal: 'diagnose' }, options));
}
