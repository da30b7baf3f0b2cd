import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { arrival } from './letters.ts';
import { nextSignIn } from './log.ts';
import { personIn, withStarttls, withTls } from './person.ts';
import { screenOf } from './screen.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

describe.concurrent('Claws Mail with its profile', () => {
  it.for([
    ['TLS from the start', withTls, 'alice'],
    ['STARTTLS', withStarttls, 'carol'],
  ] as const)('asks for nothing but the password, opens the mailbox and sends, with %s', async (row, test) => {
    const [how, servers, sam] = row;
    const person = personIn(test, world, sam);
    await person.setUp('claws', servers);
    writeFileSync(join(person.home, 'letter'), `To: bob@partner.example\nSubject: ${how}\n\nHello Bob\n`);
    const signIn = nextSignIn(world, person);

    const { windows, ...screen } = await screenOf(person);
    screen.start(['claws-mail', '--receive']);
    await windows.enter(/^Input password$/, person.password);
    await signIn();
    expect(await windows.titles()).toContainEqual(expect.stringMatching(/^corp\.example - Claws Mail/));

    await screen.exec(['claws-mail', '--compose-from-file', join(person.home, 'letter')]);
    // The spelling checker has no words in the language C.
    await windows.enter(/^Error$/, '');
    await windows.press(new RegExp(`^${how} - Compose message`), 'ctrl+Return', /^Input password$/);
    await windows.enter(/^Input password$/, person.password);
    const message = await arrival(world, how);
    expect(message).toContain('X-Mailer: Claws Mail');
    expect(message).toMatch(new RegExp(`^From: .* <${person.address}>$`, 'm'));
  });
});
