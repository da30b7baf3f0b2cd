import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { nextSignIn } from './log.ts';
import { alice, type Person, withStarttls, withTls } from './person.ts';
import { onTerminal } from './terminal.ts';

let world: World;
let person: Person;

beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  person = alice(world);
});
afterEach(async () => {
  person.leave();
  await world.reset();
});

describe.each([
  ['neomutt', 'TLS from the start', withTls],
  ['neomutt', 'STARTTLS', withStarttls],
  ['mutt', 'TLS from the start', withTls],
] as const)('%s with its profile, with %s,', (client, _, servers) => {
  it('sends through the relay, asks for the password and shows the mailbox', async () => {
    await person.setUp(client, servers);
    // Nobody can be asked while a message is sent from a script: there it is read from a file of the person's own.
    writeFileSync(join(person.home, 'password'), person.password, { mode: 0o600 });
    const password = 'set smtp_pass="`cat password`"';
    const argv = [client, '-e', password, '-s', `from ${client}`, '--', person.address, 'bob@partner.example'];
    const sent = await person.exec(argv, { input: 'Hello you two\n' });
    expect(sent, JSON.stringify(sent)).toMatchObject({ code: 0 });
    const message = await world.waitForMail('bob@partner.example');
    expect(message).toMatch(/^From: .*<alice@corp\.example>$/m);
    await world.waitForMail(person.address);

    const signIn = nextSignIn(world, person);
    const { code, shown } = await onTerminal(
      person,
      [client],
      [
        [/Password for .*:/, `${person.password}\r`],
        [new RegExp(`from ${client}`), 'q'],
      ],
    );
    expect(code, shown).toBe(0);
    await signIn();
  });
});
