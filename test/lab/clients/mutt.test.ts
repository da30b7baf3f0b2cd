import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { arrival } from './letters.ts';
import { nextSignIn } from './log.ts';
import { personIn, withStarttls, withTls } from './person.ts';
import { onTerminal } from './terminal.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

describe.concurrent('sends through the relay, asks for the password and shows the mailbox', () => {
  it.for([
    ['neomutt', 'TLS from the start', withTls, 'alice'],
    ['neomutt', 'STARTTLS', withStarttls, 'carol'],
    ['mutt', 'TLS from the start', withTls, 'dave'],
  ] as const)('%s with its profile, with %s', async ([client, how, servers, sam], test) => {
    const person = personIn(test, world, sam);
    await person.setUp(client, servers);
    // Nobody can be asked while a message is sent from a script: there it is read from a file of the person's own.
    writeFileSync(join(person.home, 'password'), person.password, { mode: 0o600 });
    const password = 'set smtp_pass="`cat password`"';
    const subject = `${client} ${how}`;
    const argv = [client, '-e', password, '-s', subject, '--', person.address, 'bob@partner.example'];
    const sent = await person.exec(argv, { input: 'Hello you two\n' });
    expect(sent, JSON.stringify(sent)).toMatchObject({ code: 0 });
    const message = await arrival(world, subject);
    expect(message).toMatch(new RegExp(`^From: .*<${person.address}>$`, 'm'));
    await world.waitForMail(person.address);

    const signIn = nextSignIn(world, person);
    const { code, shown } = await onTerminal(
      person,
      [client],
      [
        [/Password for .*:/, `${person.password}\r`],
        [new RegExp(subject), 'q'],
      ],
    );
    expect(code, shown).toBe(0);
    await signIn();
  });
});
