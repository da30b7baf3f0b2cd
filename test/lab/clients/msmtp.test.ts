import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
import { arrival } from './letters.ts';
import { personIn, withStarttls, withTls } from './person.ts';
import { onTerminal } from './terminal.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});

describe.concurrent('msmtp with its profile', () => {
  it.for([
    ['TLS from the start', withTls, 'alice'],
    ['STARTTLS', withStarttls, 'carol'],
  ] as const)('asks for the password and sends through the relay, with %s', async ([how, servers, sam], test) => {
    const person = personIn(test, world, sam);
    await person.setUp('msmtp', servers);
    writeFileSync(join(person.home, 'letter.eml'), `To: bob@partner.example\nSubject: ${how}\n\nHello Bob\n`);
    const { code, shown } = await onTerminal(
      person,
      ['sh', '-c', 'msmtp --read-recipients < letter.eml'],
      [[new RegExp(`password for ${person.address} at mail\\.corp\\.example: `), `${person.password}\n`]],
    );
    expect(code, shown).toBe(0);
    const message = await arrival(world, how);
    expect(message).toContain(`Return-Path: <${person.address}>`);
  });
});
