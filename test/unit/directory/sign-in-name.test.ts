import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bindName, parseSignInName } from '../../../src/directory/index.ts';

const dns = 'corp.example';
const parsed = (text: string) => {
  const result = parseSignInName(text);
  return result.ok ? result.value : result.error;
};

describe('a sign-in name', () => {
  it.each([
    ['alice@corp.example', 'upn', 'alice', 'corp.example', 'alice@corp.example'],
    ['  alice@corp.example ', 'upn', 'alice', 'corp.example', 'alice@corp.example'],
    ['bob.o’neil+x@CORP', 'upn', 'bob.o’neil+x', 'CORP', 'bob.o’neil+x@CORP'],
    ['CORP\\alice', 'down-level', 'alice', 'CORP', 'CORP\\alice'],
    ['corp.example\\müller', 'down-level', 'müller', 'corp.example', 'corp.example\\müller'],
    ['alice', 'bare', 'alice', null, 'alice@corp.example'],
    ['Алиса', 'bare', 'Алиса', null, 'Алиса@corp.example'],
  ])('%s is understood', (text, form, user, domain, bound) => {
    const name = parseSignInName(text);
    expect(name.ok && name.value).toMatchObject({ form, user, domain, text: text.trim() });
    expect(name.ok && bindName(name.value, { dns })).toBe(bound);
  });

  it.each(['CN=Builder\\, Bob,OU=People,DC=corp,DC=example', 'uid=x,dc=a', '0.9.2342.19200300.100.1.1=x,DC=a'])(
    '%s is a DN, and stays as it is',
    (text) => {
      const name = parseSignInName(text);
      expect(name.ok && name.value).toMatchObject({ form: 'dn', domain: null });
      expect(name.ok && bindName(name.value, { dns })).toBe(text);
    },
  );

  it.each(['EXTERNAL', 'PLAIN', 'DIGEST-MD5', 'SCRAM-SHA-1'])('%s is a bare name like any other', (text) => {
    const name = parseSignInName(text);
    expect(name.ok && bindName(name.value, { dns })).toBe(`${text}@corp.example`);
  });

  it.each([
    ['', 'it is empty'],
    ['   ', 'it is empty'],
    ['a\0b', 'it has characters that cannot be shown'],
    ['alice\r\n@corp.example', 'it has characters that cannot be shown'],
    ['alice\u202e@corp.example', 'it has characters that cannot be shown'],
    ['a'.repeat(2000), 'it is longer than 1024 characters'],
    ['a\\b\\c', 'it has more than one backslash'],
    ['\\alice', 'there is no domain before the backslash'],
    ['CORP\\', 'there is no account name after the backslash'],
    ['CORP\\a*b', 'there is no account name after the backslash'],
    ['@corp.example', 'there is no user name before the @'],
    ['al ice@corp.example', 'there is no user name before the @'],
    ['alice@', 'there is no domain after the @'],
    ['alice@-corp', 'there is no domain after the @'],
    ['alice@corp..example', 'there is no domain after the @'],
    ['alice*', 'it has characters that no account name has'],
    ['CN=x,', 'it is no distinguished name: no attribute type at character 6'],
  ])('%j is refused: %s', (text, reason) => {
    expect(parsed(text)).toMatchObject({ code: 'input.invalid', args: { argument: 'user', reason } });
  });

  it('is read or refused, never thrown at, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => {
          const result = parseSignInName(text);
          if (result.ok) expect(result.value.text).not.toMatch(/[\0-\x1f]/);
          else expect(result.error.code).toBe('input.invalid');
        },
      ),
    );
  });
});
