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

export function addSend(program: Command, run: Actions['run']): void {
  const command = program
    .command('send')
    .usage('--user <name> --to <address> [options]')
    .summary('submit a message through the relay')
    .description(
      'Submits a message and says exactly who has it now. A connection that is lost after the message was handed over is called uncertain, and the message is not sent again.',
    );
  addOptions(command, mailOptions, directoryOptions, dnsOptions, trustOptions);
  addOptions(command, passwordOptions, outputOptions, directoryPorts, mailPorts);
  addExamples(
    command,
    'waypost send --server mail --user alice@corp.example --to bob@partner.example --subject Hello --text "Good morning"',
    'waypost send --user alice@corp.example --to bob@partner.example --to eve@partner.example --attach plan.pdf',
  );
  addExitCodes(command);
  command.action((options: CliOptions) => run({ goal: 'send' }, options));
}
