import fc from 'fast-check';
import { FilterParser, SearchRequest } from 'ldapts';
import { describe, expect, it } from 'vitest';
import {
  allOf,
  anyOf,
  equal,
  type Filter,
  filterEscape,
  filterText,
  toLdapFilter,
} from '../../../src/directory/ldap/filter.ts';

const text = fc.string({
  unit: fc.oneof(fc.constantFrom(...'()*\\|&!=~<>:\0 ü€'), fc.string({ unit: 'grapheme', maxLength: 1 })),
});
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(fc.constantFrom('mail', 'cn'), text).map(([attribute, value]) => equal(attribute, value)),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((all) => allOf(...all)),
    fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any) => anyOf(...any)),
  ),
}));

const wire = (ldapFilter: ReturnType<typeof toLdapFilter>) =>
  new SearchRequest({ messageId: 1, filter: ldapFilter }).write().toString('hex');

describe('a search filter', () => {
  it('means the same as text and on the wire, whatever is in its values', () => {
    fc.assert(
      fc.property(filter, (own) => {
        // Another reader of RFC 4515 makes of the text what we put on the wire.
        expect(wire(FilterParser.parseString(filterText(own)))).toBe(wire(toLdapFilter(own)));
      }),
    );
  });

  it('keeps a value a value', () => {
    expect(filterText(equal('cn', '*)(objectClass=*'))).toBe('(cn=\\2a\\29\\28objectClass=\\2a)');
    expect(filterEscape('a\0b\\c')).toBe('a\\00b\\5cc');
    expect(filterEscape(Buffer.from([0x16, 0, 0xff]))).toBe('\\16\\00\\ff');
  });
});
