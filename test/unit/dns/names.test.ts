import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDomainName, normalizeName } from '../../../src/dns/index.ts';

describe('a domain name', () => {
  it.each([
    'mail.corp.example',
    'mail',
    '_ldap._tcp.dc._msdcs.corp.example',
    'win_host-1.corp.example',
    '3com.example',
  ])('may be %s', (name) => expect(isDomainName(name)).toBe(true));

  it.each([
    ['empty', ''],
    ['the root', '.'],
    ['an empty label', 'mail..example'],
    ['a label of 64', `${'a'.repeat(64)}.example`],
    ['254 characters', `${'a23456789.'.repeat(25)}abcd`],
    ['a space', 'mail server.example'],
    ['a control character', 'mail\n.example'],
    ['a hyphen at the edge', '-mail.example'],
    ['an address', '10.0.0.1'],
    ['a slash', 'mail/x.example'],
    ['a letter that is not ASCII', 'müller.example'],
  ])('is not %s', (_, name) => expect(isDomainName(name)).toBe(false));

  it('has one form: lower case, without its final dot', () => {
    expect(normalizeName('MAIL.Corp.Example.')).toBe('mail.corp.example');
  });

  it('is turned into A-labels when it is not ASCII', () => {
    expect(normalizeName('post.MÜLLER.example')).toBe('post.xn--mller-kva.example');
  });

  it.each([
    'müller%2eexample',
    'müller@example',
    'müller/example',
    'mü ller.example',
    '１２７．０．０．１',
    'x..',
    '..',
  ])('is not read out of %s', (text) => expect(normalizeName(text)).toBeNull());

  it('is what normalizing makes, whatever goes in, and normalizing again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcXN019-_.。äßÉ①ｋ日％%/@:[] \u00ad\u200d\u0000') }),
        (text) => {
          const name = normalizeName(text);
          if (name === null) return;
          expect(isDomainName(name)).toBe(true);
          expect(normalizeName(name)).toBe(name);
        },
      ),
    );
  });
});
