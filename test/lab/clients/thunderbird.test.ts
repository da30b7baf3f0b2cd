import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { arrival } from './letters.ts';
import { nextSignIn } from './log.ts';
import { personIn, withStarttls, withTls } from './person.ts';
import { startThunderbird } from './thunderbird.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

/** A folder with these files of the exported profile at the places that the printed words say. */
function placed(folder: string, printed: string, files: Readonly<Record<string, string>>, place: string): string {
  const words = printed.replaceAll(/\s+/g, ' ');
  const to = join(folder, 'placed');
  for (const [file, at] of Object.entries(files)) {
    expect(words).toContain(`${file} for ${place.replace('FILE', at)}`);
    mkdirSync(dirname(join(to, at)), { recursive: true });
    renameSync(join(folder, file), join(to, at));
  }
  return to;
}

const inNewProfile = 'the client: FILE in the folder of a new profile';
const besideProgram = 'administrators: every Thunderbird on this person’s machine: FILE beside the program';

describe.concurrent('Thunderbird', () => {
  it('asks for nothing but the password, opens the mailbox and sends: user.js, TLS from the start', async (test) => {
    const person = personIn(test, world, 'alice');
    const { folder, printed } = await person.exportProfile('thunderbird', withTls);
    const inProfile = placed(folder, printed, { 'user.js': 'user.js' }, inNewProfile);
    const thunderbird = await startThunderbird(world, person, { inProfile });
    await thunderbird.openMailbox();
    await thunderbird.sendWithPassword('from user.js');
    expect(await arrival(world, 'from user.js')).toMatch(/^From: .* <alice@corp\.example>$/m);
  });

  it.for([
    ['policies.json, STARTTLS', 'carol', withStarttls, { 'policies.json': 'distribution/policies.json' }],
    [
      'AutoConfig, TLS from the start',
      'dave',
      withTls,
      { 'autoconfig.js': 'defaults/pref/autoconfig.js', 'mozilla.cfg': 'mozilla.cfg' },
    ],
  ] as const)('has the account in everybody’s new profile on a machine: %s', async (row, test) => {
    const [, sam, servers, files] = row;
    const person = personIn(test, world, sam);
    const { folder, printed } = await person.exportProfile('thunderbird', servers);
    const beside = placed(join(folder, 'administrator'), printed, files, besideProgram);
    const thunderbird = await startThunderbird(world, person, { besideProgram: beside });
    await thunderbird.openMailbox();
    expect(await thunderbird.ask(accountsThere)).toEqual([person.address]);
  });
});

const accountsThere = `
  const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs');
  return MailServices.accounts.allIdentities.map(({ email }) => email);`;

/** What its set-up does with the file that a domain publishes, but for the fetching; then it looks for new mail. */
const setUpFrom = `
  const [settings, name, address, password] = arguments;
  const load = (module) => ChromeUtils.importESModule('resource:///modules/' + module + '.sys.mjs');
  const { JXON } = load('JXON');
  const { readFromXML } = load('accountcreation/readFromXML');
  const { AccountConfig } = load('accountcreation/AccountConfig');
  const { CreateInBackend } = load('accountcreation/CreateInBackend');
  const config = readFromXML(JXON.build(new DOMParser().parseFromString(settings, 'text/xml')), 'isp-https');
  AccountConfig.replaceVariables(config, name, address, password);
  config.rememberPassword = true;
  const server = ({ type, hostname, port, socketType, username }) => ({ type, hostname, port, socketType, username });
  return CreateInBackend.createAccountInBackend(config).then(({ incomingServer }) => {
    incomingServer.performBiff(null);
    return [server(config.incoming), server(config.outgoing)];
  });`;

describe('Thunderbird without an account', () => {
  it('makes one of the published settings, which opens the mailbox and sends, with STARTTLS', async (test) => {
    const person = personIn(test, world, 'alice');
    const { folder } = await person.exportProfile('thunderbird', withStarttls);
    const settings = readFileSync(join(folder, 'config-v1.1.xml'), 'utf8');
    const thunderbird = await startThunderbird(world, person, {});
    const signIn = nextSignIn(world, person);
    const startTls = { hostname: 'mail.corp.example', socketType: 2, username: person.address };
    expect(await thunderbird.ask(setUpFrom, settings, 'Alice', person.address, person.password)).toEqual([
      { ...startTls, type: 'imap', port: 143 },
      { ...startTls, type: 'smtp', port: 587 },
    ]);
    await signIn();
    await thunderbird.send('from config-v1.1.xml');
    expect(await arrival(world, 'from config-v1.1.xml')).toMatch(/^From: Alice <alice@corp\.example>$/m);
  });
});
