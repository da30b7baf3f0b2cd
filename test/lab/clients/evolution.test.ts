import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { nextSignIn } from './log.ts';
import { personIn, withStarttls, withTls } from './person.ts';
import { inSession } from './session.ts';

const script = fileURLToPath(new URL('evolution.py', import.meta.url));

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

describe.concurrent('Evolution’s data server with its profile', () => {
  it.for([
    ['TLS from the start', withTls, 'alice', 'ssl-on-alternate-port', 993, 465],
    ['STARTTLS', withStarttls, 'carol', 'starttls-on-standard-port', 143, 587],
  ] as const)('has one account, which opens the mailbox and sends, with %s', async (row, test) => {
    const [how, servers, sam, security, imap, submission] = row;
    const person = personIn(test, world, sam);
    await person.setUp('evolution', servers);
    const signIn = nextSignIn(world, person);

    // What belongs to Debian's own Python.
    const argv = inSession(['/usr/bin/python3', script, how]);
    const { code, stdout, stderr } = await person.exec(argv, { input: person.password, timeout: 60_000 });
    expect(code, stderr).toBe(0);
    const server = { host: 'mail.corp.example', user: person.address, security };
    expect(JSON.parse(stdout)).toEqual({
      name: world.users[sam].displayName,
      incoming: { ...server, backend: 'imapx', port: imap },
      outgoing: { ...server, backend: 'smtp', port: submission },
    });
    await signIn();
    const where = (message: string) => message.includes(`Subject: ${how}`);
    const message = await world.waitForMail('bob@partner.example', { where });
    expect(message).toMatch(new RegExp(`^From: .* <${person.address}>$`, 'm'));
  });
});
