import { describe, expect, it } from 'vitest';
import type { AskedRun, PasswordSource } from '../../../../electron/contract.ts';
import { checkPasswords } from '../../../../electron/request/index.ts';
import { emptyAsked } from '../../../../renderer/run/asked.ts';

const none: PasswordSource = { kind: 'none' };
const typed = (text: string): PasswordSource => ({ kind: 'typed', text });
const check = (password: PasswordSource, asked: Partial<AskedRun> = {}, relayPassword: PasswordSource = none) =>
  checkPasswords({ asked: { ...emptyAsked, ...asked }, password, relayPassword }).map(
    ({ field, flaw, value }) => `${field} ${flaw} ${value}`,
  );

describe('a password', () => {
  it.each(['', '   ', 'a\0b', '\t', 'x'.repeat(4_000)])(
    'that no server may see is refused and not repeated (%j)',
    (text) => {
      expect(check(typed(text))).toEqual(['password unusable-password ']);
    },
  );

  it('may begin or end with blanks, and may be one that an earlier run was given or the computer remembers', () => {
    expect(check(typed(' secret '))).toEqual([]);
    expect(check({ kind: 'remembered' })).toEqual([]);
    expect(check({ kind: 'same-as', run: '5f0c1f5e-6c5f-4d53-8f6e-0d9f0f1b7d11' })).toEqual([]);
  });

  it.each(['diagnose', 'sign-in', 'send', 'set-up'] as const)('is needed to %s', (goal) => {
    expect(check(none, { goal })).toEqual(['password missing ']);
  });

  it.each(['resolve', 'locate-dc', 'route'] as const)('is not needed to %s', (goal) => {
    expect(check(none, { goal })).toEqual([]);
    expect(check(typed(''), { goal })).toEqual([]);
  });

  it('is needed to look for settings as somebody, and not to look for those of an address', () => {
    expect(check(none, { goal: 'discover', user: 'alice@corp.example' })).toEqual(['password missing ']);
    expect(check(none, { goal: 'discover', destination: 'alice@corp.example' })).toEqual([]);
  });

  it('of the mail server’s is needed where it has accounts of its own', () => {
    expect(check(typed('secret'), { relayUser: 'relay-alice' })).toEqual(['relayPassword missing ']);
    expect(check(typed('secret'), { relayUser: 'relay-alice' }, typed(' '))).toEqual([
      'relayPassword unusable-password ',
    ]);
    expect(check(typed('secret'), { relayUser: 'relay-alice' }, typed('other'))).toEqual([]);
  });
});
