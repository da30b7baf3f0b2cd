// Threat: a sign-in name with filter syntax in it, such as `*)(objectClass=*`. Pasted into a filter's text it turns "the entry of
// this person" into "any entry", and the mail address of somebody else becomes the sender. Names travel as values, and what is
// shown of a filter is escaped by RFC 4515.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountQuery } from '../../src/directory/account/query.ts';
import { parseSignInName, type SignInName } from '../../src/directory/index.ts';
import { filterText } from '../../src/directory/ldap/filter.ts';
import { searchRequest } from '../../src/directory/ldap/request.ts';
import { berChildren } from '../../src/lab/ber.ts';
import { type Filter, readFilter } from '../../src/lab/ldap/filter.ts';
import { readRequest } from '../../src/lab/ldap/message.ts';

const attacks = ['*)(objectClass=*', '*', 'alice)(|(cn=*', '\\2a', 'a\0b', '(', ')', '&(cn=*)'];

/** The filter that a server reads out of our request. */
function asServerReads(name: SignInName): Filter {
  const request = readRequest(searchRequest(1, accountQuery(name, 'corp.example')))?.request;
  return readFilter(berChildren(request?.operation.body ?? Buffer.alloc(0))[6]);
}

const shape = (filter: Filter): unknown => {
  if (filter.kind === 'and' || filter.kind === 'or') return [filter.kind, filter.of.map(shape)];
  return filter.kind === 'equal' ? filter.attribute : filter.kind;
};

describe('a sign-in name with filter syntax in it', () => {
  // Parentheses alone are letters of an account name, as in `smith (guest)`.
  it.each(attacks.filter((attack) => !/^[()]$/.test(attack)))('is refused as a bare name: %j', (attack) => {
    const name = parseSignInName(attack);
    expect(name.ok).toBe(false);
  });

  it('is a value and nothing else, even if it got past every other check', () => {
    const text = fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: fc.constantFrom(...'()*\\&|=a\0') }));
    fc.assert(
      fc.property(text, fc.constantFrom('upn', 'bare', 'down-level'), (user, form) => {
        const name = (own: string) => ({ form, text: own, user: own, domain: 'corp.example' }) as const;
        expect(shape(asServerReads(name(user)))).toEqual(shape(asServerReads(name('alice'))));
        const written = filterText(accountQuery(name(user), 'corp.example').filter);
        expect(written.match(/[()]/g)).toEqual(
          filterText(accountQuery(name('alice'), 'corp.example').filter).match(/[()]/g),
        );
      }),
    );
  });
});
