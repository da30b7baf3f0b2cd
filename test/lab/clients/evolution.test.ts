import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { arrival } from './letters.ts';
import { nextSignIn } from './log.ts';
import { personIn, withStarttls, withTls } from './person.ts';
import { screenOf } from './screen.ts';
import { inSession, writeSettings } from './session.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

describe.concurrent('Evolution with its profile', () => {
  it.for([
    ['TLS from the start', withTls, 'alice'],
    ['STARTTLS', withStarttls, 'carol'],
  ] as const)('asks for nothing but the password, opens the mailbox and sends, with %s', async (row, test) => {
    const [how, servers, sam] = row;
    const person = personIn(test, world, sam);
    await person.setUp('evolution', servers);
    // Else it asks whether the keys that send were meant.
    writeSettings(person, '[org/gnome/evolution/mail]\nprompt-on-accel-send=false\n');
    const signIn = nextSignIn(world, person);

    const { windows, ...screen } = await screenOf(person);
    const letter = `mailto:bob@partner.example?subject=${encodeURIComponent(how)}&body=Hello%20Bob`;
    screen.start(inSession(['evolution', letter]));
    await windows.enter(/^Mail authentication request$/, person.password);
    await signIn();
    await windows.press(new RegExp(`^${how}`), 'ctrl+Return', /^Mail authentication request$/);
    await windows.enter(/^Mail authentication request$/, person.password);
    const message = await arrival(world, how);
    expect(message).toMatch(/^User-Agent: Evolution /m);
    expect(message).toMatch(new RegExp(`^From: .* <${person.address}>$`, 'm'));
  });
});
