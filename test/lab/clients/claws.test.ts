import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDisplay } from '../../e2e/display.ts';
import { startWorld, type World } from '../world/index.ts';
import { nextSignIn } from './log.ts';
import { alice, type Person, withStarttls, withTls } from './person.ts';
import { type Program, start } from './program.ts';
import { windowsOn } from './windows.ts';

let world: World;
let display: Awaited<ReturnType<typeof startDisplay>>;
let person: Person;
let claws: Program | null = null;

beforeAll(async () => {
  world = await startWorld();
  display = await startDisplay();
});
afterAll(() => display.stop());
beforeEach(() => {
  person = alice(world);
});
afterEach(async () => {
  await claws?.stop();
  person.leave();
  await world.reset();
});

describe('Claws Mail with its profile', () => {
  it.each([
    ['TLS from the start', withTls],
    ['STARTTLS', withStarttls],
  ])('asks for nothing but the password, opens the mailbox and sends, with %s', async (_, servers) => {
    const env = { DISPLAY: display.name };
    const windows = windowsOn(display.name);
    await person.setUp('claws', servers);
    writeFileSync(join(person.home, 'letter'), 'To: bob@partner.example\nSubject: from Claws Mail\n\nHello Bob\n');
    const signIn = nextSignIn(world, person);

    claws = start(person, ['claws-mail', '--receive'], env);
    await windows.enter(/^Input password$/, person.password);
    await signIn();
    expect(await windows.titles()).toContainEqual(expect.stringMatching(/^corp\.example - Claws Mail/));

    await person.exec(['claws-mail', '--compose-from-file', join(person.home, 'letter')], { env });
    // The spelling checker has no words in the language C.
    await windows.press(/^Error$/, 'Return');
    await windows.press(/^from Claws Mail - Compose message/, 'ctrl+Return');
    await windows.enter(/^Input password$/, person.password);
    const message = await world.waitForMail('bob@partner.example');
    expect(message).toContain('X-Mailer: Claws Mail');
    expect(message).toMatch(/^From: .* <alice@corp\.example>$/m);
  });
});
