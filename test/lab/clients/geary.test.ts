import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { until } from '../world/until.ts';
import { arrival } from './letters.ts';
import { nextSignIn } from './log.ts';
import { personIn, withStarttls, withTls } from './person.ts';
import { screenOf } from './screen.ts';
import { inSession, writeSettings } from './session.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

describe.concurrent('Geary with its profile', () => {
  it.for([
    ['TLS from the start', withTls, 'alice'],
    ['STARTTLS', withStarttls, 'carol'],
  ] as const)('asks for nothing but the password, opens the mailbox and sends, with %s', async (row, test) => {
    const [how, servers, sam] = row;
    const person = personIn(test, world, sam);
    await person.setUp('geary', servers);
    // Else it keeps what is sent for some seconds, in which that can be undone.
    writeSettings(person, '[org/gnome/Geary]\nundo-send-delay=0\n');
    const log = join(person.home, 'geary.log');
    const logged = (pattern: RegExp) => {
      const written = () => readFileSync(log, 'utf8');
      const explain = () => written().slice(-2000);
      return until(`${pattern} in Geary’s log`, () => pattern.test(written()) || undefined, {
        timeout: 30_000,
        explain,
      });
    };
    const signIn = nextSignIn(world, person);

    writeFileSync(log, '');
    const { windows, ...screen } = await screenOf(person);
    const letter = `mailto:bob@partner.example?subject=${encodeURIComponent(how)}&body=Hello%20Bob`;
    const logging = ['sh', '-c', 'exec stdbuf -oL geary --debug "$1" >"$0" 2>&1', log, letter];
    screen.start(inSession(logging));
    await logged(/Status changed to: authentication-failed/);
    await windows.enter(/^Geary$/, person.password);
    await signIn();
    await logged(/Showing: composer_page.*content_loaded/s);
    await windows.press(/^Inbox/, 'ctrl+Return');
    const message = await arrival(world, how);
    expect(message).toMatch(new RegExp(`^From: .* <${person.address}>$`, 'm'));
  });
});
