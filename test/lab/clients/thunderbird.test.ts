import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { nextSignIn } from './log.ts';
import { type Person, personOf, type Servers, withStarttls, withTls } from './person.ts';
import { type Installed, startThunderbird, type Thunderbird } from './thunderbird.ts';

let world: World;
const leaving: (() => Promise<void> | void)[] = [];

beforeAll(async () => {
  world = await startWorld();
});
afterAll(async () => {
  for (const leave of leaving.reverse()) await leave();
  await world.reset();
});

async function profileOf(sam: 'alice' | 'carol' | 'dave', servers: Servers) {
  const person = personOf(world, sam);
  leaving.push(person.leave);
  return { person, ...(await person.exportProfile('thunderbird', servers)) };
}

async function started(person: Person, installed: Installed): Promise<Thunderbird> {
  const thunderbird = await startThunderbird(world, person, installed);
  leaving.push(thunderbird.stop);
  return thunderbird;
}

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
const besideProgram = 'administrators: everybody on a machine: FILE beside the program';

const arrives = (subject: string) => {
  const where = (message: string) => message.includes(`\nSubject: ${subject}`);
  return world.waitForMail('bob@partner.example', { timeout: 20_000, where });
};

describe.concurrent('Thunderbird', () => {
  it('asks for nothing but the password, opens the mailbox and sends: user.js, TLS from the start', async () => {
    const { person, folder, printed } = await profileOf('alice', withTls);
    const inProfile = placed(folder, printed, { 'user.js': 'user.js' }, inNewProfile);
    const thunderbird = await started(person, { inProfile });
    await thunderbird.openMailbox();
    await thunderbird.sendWithPassword('from user.js');
    expect(await arrives('from user.js')).toMatch(/^From: .* <alice@corp\.example>$/m);
  });

  it.each([
    ['policies.json, STARTTLS', 'carol', withStarttls, { 'policies.json': 'distribution/policies.json' }],
    [
      'AutoConfig, TLS from the start',
      'dave',
      withTls,
      { 'autoconfig.js': 'defaults/pref/autoconfig.js', 'mozilla.cfg': 'mozilla.cfg' },
    ],
  ] as const)('does so for everybody on a machine: %s', async (form, sam, servers, files) => {
    const { person, folder, printed } = await profileOf(sam, servers);
    const administrator = join(folder, 'administrator');
    const thunderbird = await started(person, { besideProgram: placed(administrator, printed, files, besideProgram) });
    await thunderbird.openMailbox();
    await thunderbird.sendWithPassword(`from ${form}`);
    expect(await arrives(`from ${form}`)).toMatch(new RegExp(`^From: .* <${person.address}>$`, 'm'));
  });
});

describe('Thunderbird without an account', () => {
  it('makes one of the published settings, which opens the mailbox and sends, with STARTTLS', async () => {
    const { person, folder } = await profileOf('alice', withStarttls);
    const settings = readFileSync(join(folder, 'config-v1.1.xml'), 'utf8');
    const thunderbird = await started(person, {});
    const signIn = nextSignIn(world, person);
    const understood = await thunderbird.ask(
      `const [settings, name, address, password] = arguments;
       const load = (module) => ChromeUtils.importESModule('resource:///modules/' + module + '.sys.mjs');
       const { JXON } = load('JXON');
       const { readFromXML } = load('accountcreation/readFromXML');
       const { AccountConfig } = load('accountcreation/AccountConfig');
       const { CreateInBackend } = load('accountcreation/CreateInBackend');
       const config = readFromXML(JXON.build(new DOMParser().parseFromString(settings, 'text/xml')), 'isp-https');
       AccountConfig.replaceVariables(config, name, address, password);
       config.rememberPassword = true;
       return CreateInBackend.createAccountInBackend(config).then(() => config.toString());`,
      settings,
      person.sam,
      person.address,
      person.password,
    );
    console.log(understood);
    await thunderbird.send('from config-v1.1.xml');
    expect(await arrives('from config-v1.1.xml')).toMatch(/^From: .* <alice@corp\.example>$/m);
    await signIn();
  });
});
