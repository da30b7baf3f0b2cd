import type { Command } from 'commander';
import { parseMailAddress } from '../../chain/parse/index.ts';
import type { Actions, ExportOptions } from '../actions.ts';
import { asTyped, flag, one } from '../options/index.ts';
import { addExamples, addOptions } from './add-options.ts';

const own = [
  flag('--list', 'the mail clients that there are profiles for', 'own'),
  one('--client <name>', 'the mail client; --list names them', asTyped, 'own'),
  one('--out <folder>', 'where to write the files; it is made if it is not there', asTyped, 'own'),
  flag('--force', 'replace files that are there already', 'own'),
  one('--language <code>', 'of the settings sheet: en or de', asTyped, 'own'),
  one(
    '--from <file>',
    'a report (--json) or the events (--json-lines) of a run that found the settings',
    asTyped,
    'mail',
  ),
  one('--address <address>', 'the mail address, when the run does not tell it', parseMailAddress, 'mail'),
  one('--name <name>', 'the person’s name, as recipients shall see it', asTyped, 'mail'),
  one('--incoming <url>', 'server for incoming mail: imaps://alice@imap.corp.example:993', asTyped, 'mail'),
  one('--outgoing <url>', 'server for outgoing mail: submissions://alice@smtp.corp.example:465', asTyped, 'mail'),
  one('--sign-key <file>', 'sign the profile for Apple Mail with this key', asTyped, 'own'),
  one('--sign-certificate <file>', 'the certificate of the key', asTyped, 'own'),
  one('--sign-chain <file>', 'the certificates of its issuers', asTyped, 'own'),
];

export function addExport(program: Command, write: Actions['export']): void {
  const command = program
    .command('export')
    .summary('the settings as files for a mail client')
    .description(
      'Writes the settings of an account in the form that a mail client takes: from a run that found them, or from what you give. A password is never part of them. imap, pop3 and submission are servers with STARTTLS; imaps, pop3s and submissions have TLS from the start.',
    );
  addOptions(command, own);
  addExamples(
    command,
    'waypost export --list',
    'waypost discover alice@corp.example --json > found.json',
    'waypost export --client thunderbird --from found.json --out profile',
    'waypost export --client neomutt --out profile --address alice@corp.example --name "Alice Example" \\',
    '  --incoming imaps://imap.corp.example --outgoing submissions://smtp.corp.example',
  );
  command.addHelpText('after', '\nExit codes: 0 written, 2 wrong usage or settings that the client cannot have');
  command.action((options: ExportOptions) => write(options));
}
