import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startDisplay } from '../../e2e/display.ts';
import { startWorld, type World } from '../world/index.ts';
import { must } from '../world/run.ts';
import { nextSignIn } from './log.ts';
import { alice, type Person } from './person.ts';
import { type Program, start } from './program.ts';
import { windowsOn } from './windows.ts';

let world: World;
let display: Awaited<ReturnType<typeof startDisplay>>;
let person: Person;
let thunderbird: Program | null = null;

beforeAll(async () => {
  world = await startWorld();
  display = await startDisplay();
});
afterAll(() => display.stop());
beforeEach(() => {
  person = alice(world);
});
afterEach(async () => {
  await thunderbird?.stop();
  person.leave();
  await world.reset();
});

describe('Thunderbird with a new profile', () => {
  it('asks for the password and opens the mailbox', async () => {
    const profile = join(person.home, 'new-profile');
    const { folder, printed } = await person.exportProfile('thunderbird');
    expect(printed).toMatch(/user\.js\n {6}for the client: user\.js in the folder of a new profile$/m);
    mkdirSync(profile);
    copyFileSync(join(folder, 'user.js'), join(profile, 'user.js'));
    // Its authorities are its own.
    await must(['certutil', '-N', '-d', `sql:${profile}`, '--empty-password']);
    await must(['certutil', '-A', '-d', `sql:${profile}`, '-n', 'lab', '-t', 'C,,', '-i', world.ca]);
    const windows = windowsOn(display.name);
    const signIn = nextSignIn(world);

    thunderbird = start(person, ['thunderbird', '--profile', profile], { DISPLAY: display.name });
    await windows.enter(/^Enter your password for alice@corp\.example/, person.password);
    await signIn();
  });
});
