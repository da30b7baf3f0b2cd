import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../world/index.ts';
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

describe('msmtp with its profile', () => {
  it.each([
    ['TLS from the start', withTls],
    ['STARTTLS', withStarttls],
  ])('asks for the password and sends through the relay, with %s', async (_, servers) => {
    await person.setUp('msmtp', servers);
    writeFileSync(join(person.home, 'letter.eml'), 'To: bob@partner.example\nSubject: from msmtp\n\nHello Bob\n');
    const { code, shown } = await onTerminal(
      person,
      ['sh', '-c', 'msmtp --read-recipients < letter.eml'],
      [[/password for alice@corp\.example at mail\.corp\.example: /, `${person.password}\n`]],
    );
    expect(code, shown).toBe(0);
    const message = await world.waitForMail('bob@partner.example');
    expect(message).toContain('Return-Path: <alice@corp.example>');
    expect(message).toContain('Subject: from msmtp');
  });
});
