import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMessages } from '../../../src/directory/ldap/framing.ts';
import { readResponse } from '../../../src/directory/ldap/response.ts';
import { ber, berText } from '../../../src/lab/ber.ts';
import { ldapEntry, ldapMessage, ldapResult, tag } from '../../fakes/ldap-scripted-server.ts';

const name = fc.string({ unit: 'grapheme', maxLength: 12 });
const octets = fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes));
const attributes = fc.array(fc.tuple(name, fc.array(octets, { maxLength: 4 })), { maxLength: 5 });
const messages = fc.oneof(
  fc
    .tuple(fc.constantFrom(tag.bind, tag.done, tag.extended), fc.nat(90), name)
    .map(([kind, code, text]) => ldapResult(kind, code, text)),
  fc.tuple(name, attributes).map(([dn, list]) => ldapEntry(dn, list)),
  fc.array(name).map((uris) => ber(tag.reference, ...uris.map((uri) => berText(uri)))),
);

describe('an answer of a directory server', () => {
  it('is read as it was sent', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 1), name, attributes, (id, dn, list) => {
        const read = readResponse(ldapMessage(id, ldapEntry(dn, list)));
        const expected = { dn, attributes: list.map(([own, values]) => ({ name: own, values })) };
        expect(read).toEqual({ ok: true, value: { id, response: { kind: 'entry', entry: expected } } });
      }),
    );
  });

  it('has its result, its text and its referrals read', () => {
    const referral = ber(0xa3, berText('ldap://other.example/'));
    expect(readResponse(ldapMessage(7, ldapResult(tag.done, 10, 'elsewhere', referral)))).toMatchObject({
      value: {
        id: 7,
        response: { kind: 'done', result: { code: 10, message: 'elsewhere', referrals: ['ldap://other.example/'] } },
      },
    });
  });

  it('is refused when any byte of it is missing', () => {
    fc.assert(
      fc.property(messages, fc.nat(), (operation, at) => {
        const whole = ldapMessage(1, operation);
        expect(readResponse(whole.subarray(0, at % whole.length)).ok).toBe(false);
      }),
    );
  });

  it('is read or refused, never thrown at, whatever a server sends', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readResponse(Buffer.from(bytes))));
    fc.assert(
      fc.property(messages, fc.nat(), fc.nat(255), (operation, at, octet) => {
        const bytes = ldapMessage(1, operation);
        bytes[at % bytes.length] = octet;
        readResponse(bytes);
      }),
    );
  });

  it.each([
    ['an unknown operation', ber(0x7f, berText('x'))],
    [
      'an attribute value that reaches beyond its entry',
      Buffer.from('6410040030 0c 300a 0402636e 3104 04ff 6162'.replaceAll(' ', ''), 'hex'),
    ],
    ['a negative message id', null],
    ['a length of five octets', Buffer.from('65850000000001', 'hex')],
    ['an indefinite length', Buffer.from('65800a010004000400', 'hex')],
  ])('is refused when it has %s', (_what, operation) => {
    const bytes = operation === null ? Buffer.from('300c0201ff65070a010004000400', 'hex') : ldapMessage(1, operation);
    expect(readResponse(bytes).ok).toBe(false);
  });
});

describe('a stream of answers', () => {
  it('gives the same messages, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(messages, { maxLength: 6 }),
        fc.array(fc.integer({ min: 1, max: 30 })),
        (operations, cuts) => {
          const whole = operations.map((operation, i) => ldapMessage(i, operation));
          const splitter = splitMessages(1_000_000);
          const seen: Buffer[] = [];
          let rest = Buffer.concat(whole);
          for (const size of [...cuts, rest.length]) {
            const taken = splitter.take(rest.subarray(0, size));
            if (taken.ok) seen.push(...taken.value);
            rest = rest.subarray(size);
          }
          expect(Buffer.concat(seen)).toEqual(Buffer.concat(whole));
          expect(seen).toHaveLength(whole.length);
          expect(splitter.pending).toBe(0);
        },
      ),
    );
  });

  it('ends at a message above the limit as soon as that is announced', () => {
    expect(splitMessages(1024).take(Buffer.from('30840010000000', 'hex'))).toMatchObject({ ok: false });
  });

  it('ends at what is no LDAP', () => {
    expect(splitMessages(1024).take(Buffer.from('HTTP/1.1 400 Bad Request\r\n'))).toMatchObject({ ok: false });
  });

  it('stays quick when bytes drip one by one', () => {
    const splitter = splitMessages(1_000_000);
    const message = ldapMessage(1, ldapResult(tag.done, 0, 'x'.repeat(200_000)));
    const seen = [...message].flatMap((octet) => {
      const taken = splitter.take(Buffer.from([octet]));
      return taken.ok ? taken.value : [];
    });
    expect(seen).toHaveLength(1);
  });
});
