import type { Command } from 'commander';
import { parseWhose } from '../../chain/parse/index.ts';
import type { Actions } from '../actions.ts';
import { readArgument } from '../arguments.ts';
import {
  type CliOptions,
  directoryOptions,
  directoryPorts,
  discoveryOptions,
  dnsOptions,
  explainOption,
  mailPorts,
  onePasswordOption,
  outputOptions,
  settingsPorts,
  trustOptions,
  userOption,
} from '../options/index.ts';
import { addExamples, addExitCodes, addOptions } from './add-options.ts';

export function addDiscover(program: Command, run: Actions['run']): void {
  const command = program
    .command('discover')
    .argument('<address>', 'mail address or domain; with --domain also a sign-in name')
    .summary('the mail settings that are published for an address')
    .description(
      'Asks every place where settings for an address can be published, all at once: which servers each of them names, what it is worth, whether the servers are there and prove their names, and which are the best. With --user it also signs in, once each, to the directory, to Autodiscover where that asks for it, and to the mailbox. With --explain it tells the administrator of the domain what is published where, what is wrong with it, and what to publish.',
    );
  addOptions(
    command,
    [explainOption],
    [userOption],
    directoryOptions,
    dnsOptions,
    trustOptions,
    discoveryOptions,
    [onePasswordOption],
    outputOptions,
    directoryPorts,
    mailPorts,
    settingsPorts,
  );
  addExamples(
    command,
    'waypost discover alice@corp.example',
    'waypost discover alice@corp.example --user alice@corp.example',
    'waypost discover corp.example --explain',
  );
  addExitCodes(command);
  command.addHelpText(
    'after',
    'With --explain: 0 nothing that is published is broken, 1 something is, or there is\n  no server; 3 a source could not be asked',
  );
  command.action((address: string, options: CliOptions) => {
    const whose = readArgument('address', address, (text) => parseWhose(text, options.domain ?? null));
    return run({ goal: 'discover', destination: whose }, options);
  });
}
