import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { arrival } from './letters.ts';
import { nextSignIn } from './log.ts';
import { personIn, withStarttls, withTls } from './person.ts';
import { inSession } from './session.ts';
import { onTerminal } from './terminal.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

describe.concurrent('aerc with its profile', () => {
  it.for([
    ['TLS from the start', withTls, 'alice'],
    ['STARTTLS', withStarttls, 'carol'],
  ] as const)('takes the password from the keyring, shows the mailbox and sends, with %s', async (row, test) => {
    const [how, servers, sam] = row;
    const person = personIn(test, world, sam);
    const printed = await person.setUp('aerc', servers);
    const [store = ''] = /secret-tool store .*$/m.exec(printed) ?? [];
    writeFileSync(join(person.home, 'password'), person.password, { mode: 0o600 });
    const signIn = nextSignIn(world, person);
    const letter = arrival(world, how);
    await onTerminal(
      person,
      inSession(['sh', '-euc', `${store} < password\nEDITOR=true exec aerc`]),
      [
        [/INBOX/, `:compose -H "To: bob@partner.example" -H "Subject: ${how}"\r`],
        [/Send this email\?/, 'y'],
      ],
      letter,
    );
    await signIn();
    expect(await letter).toMatch(new RegExp(`^From: .*<${person.address}>$`, 'm'));
  });
});
