import { format, inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/core/index.ts';

const password = 'S3cr3t-Pa55w0rd';

describe('a secret', () => {
  const secret = new Secret(password);

  it('gives its characters only when they are asked for by name', () => {
    expect(secret.reveal()).toBe(password);
  });

  const waysOut: [string, () => unknown][] = [
    ['String()', () => String(secret)],
    ['a template', () => `${secret}`],
    ['concatenation', () => `password: ${[secret].join()}`],
    ['JSON', () => JSON.stringify({ secret })],
    ['indented JSON', () => JSON.stringify([secret], null, 2)],
    ['inspect', () => inspect(secret)],
    ['inspect of what holds it', () => inspect({ deep: { er: [secret] } }, { depth: null, showHidden: true })],
    ['inspect without custom functions', () => inspect(secret, { customInspect: false, showHidden: true })],
    ['console formats', () => format('%s %o %O %j', secret, secret, secret, secret)],
    ['an error message', () => new Error(`could not use ${secret}`).message],
    ['structuredClone', () => inspect(structuredClone({ secret }), { showHidden: true })],
    ['a spread copy', () => JSON.stringify({ ...secret })],
    ['its keys and values', () => JSON.stringify([Reflect.ownKeys(secret), Object.entries(secret)])],
  ];

  it.each(waysOut)('does not get out through %s', (_way, out) => {
    expect(out()).not.toContain(password);
    expect(out()).not.toContain('S3cr3t');
  });

  it.each(waysOut.slice(0, 7))('shows a mask in %s', (_way, out) => {
    expect(out()).toContain('••••••••');
  });

  it('has a mask that does not tell its length', () => {
    fc.assert(fc.property(fc.string(), (value) => String(new Secret(value)) === String(secret)));
  });

  it.each(['', ' ', '\t\r\n', '\u00a0', 'pass\0word', '\0'])('is not usable when it is %j', (value) => {
    expect(new Secret(value).usable).toBe(false);
  });

  it.each([password, ' leading and trailing ', 'пароль', '🔑'])('is usable, and unchanged, when it is %j', (value) => {
    expect(new Secret(value).usable).toBe(true);
    expect(new Secret(value).reveal()).toBe(value);
  });
});
