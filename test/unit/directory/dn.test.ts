import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dnEscape, domainDn, formatDn, parseDn } from '../../../src/directory/names/dn.ts';

const type = fc.constantFrom('CN', 'OU', 'DC', 'uid', '2.5.4.3', 'x-y');
const value = fc.string({
  unit: fc.oneof(fc.constantFrom(...' ,+"\\<>;=#\0\t\n\u00a0ü€'), fc.string({ unit: 'grapheme', maxLength: 1 })),
  minLength: 1,
});
const dn = fc.array(fc.array(fc.record({ type, value }), { minLength: 1, maxLength: 3 }), { maxLength: 6 });

describe('a distinguished name', () => {
  it('survives being written and read, whatever is in its values', () => {
    fc.assert(
      fc.property(dn, (rdns) => {
        expect(parseDn(formatDn(rdns))).toEqual({ ok: true, value: rdns });
      }),
    );
  });

  it('is read or refused, never thrown at', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'CN=a,+\\ 0f"#;<') }), (text) => void parseDn(text)));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
        (text) => void parseDn(text),
      ),
    );
  });

  it.each([
    ['UID=jsmith,DC=example,DC=net', [[['UID', 'jsmith']], [['DC', 'example']], [['DC', 'net']]]],
    [
      'OU=Sales+CN=J.  Smith,DC=net',
      [
        [
          ['OU', 'Sales'],
          ['CN', 'J.  Smith'],
        ],
        [['DC', 'net']],
      ],
    ],
    ['CN=James \\"Jim\\" Smith\\, III', [[['CN', 'James "Jim" Smith, III']]]],
    ['CN=Before\\0dAfter', [[['CN', 'Before\rAfter']]]],
    ['CN=Lu\\C4\\8Di\\C4\\87', [[['CN', 'Lučić']]]],
    ['1.3.6.1.4.1.1466.0=#04024869', [[['1.3.6.1.4.1.1466.0', '#04024869']]]],
    ['CN = a , DC = b', [[['CN', 'a']], [['DC', 'b']]]],
    ['', []],
  ])('%s is read as RFC 4514 says', (text, rdns) => {
    const parsed = parseDn(text);
    expect(parsed.ok && parsed.value.map((rdn) => rdn.map((part) => [part.type, part.value]))).toEqual(rdns);
  });

  it.each(['CN', 'CN=a,', '=a', 'CN=a\\', 'CN=\\zz', 'CN=\\ff', 'CN="a"', 'CN=a;CN=b', 'CN=<a'])(
    '%s is refused',
    (text) => {
      expect(parseDn(text).ok).toBe(false);
    },
  );

  it('escapes blanks at both ends, and a leading #', () => {
    expect([' a ', '#a', ' '].map(dnEscape)).toEqual(['\\ a\\ ', '\\#a', '\\ ']);
  });

  it('is made of a domain', () => {
    expect(domainDn('corp.example.')).toBe('DC=corp,DC=example');
  });
});
