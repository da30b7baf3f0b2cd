import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePing, encodePing } from '../../../src/directory/locate/cldap.ts';
import { parseNetlogon } from '../../../src/directory/locate/netlogon.ts';
import { assertions } from '../../../src/lab/ldap/filter.ts';
import { readRequest } from '../../../src/lab/ldap/message.ts';
import { readSearch } from '../../../src/lab/ldap/search.ts';
import { ldapEntry, ldapMessage, ldapResult, tag } from '../../fakes/ldap-scripted-server.ts';

const label = (text: string) => Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);
const name = (text: string) => Buffer.concat([...(text === '' ? [] : text.split('.').map(label)), Buffer.from([0])]);
const pointer = (to: number) => Buffer.from([0xc0 | (to >> 8), to & 0xff]);

function structure(names: readonly Buffer[], { operation = 23, flags = 0x89, versions = 0x15 } = {}): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt16LE(operation, 0);
  head.writeUInt32LE(flags, 4);
  const tail = Buffer.from([versions, 0, 0, 0, 0xff, 0xff, 0xff, 0xff]);
  return Buffer.concat([head, ...names, tail]);
}

// Offsets: corp.example at 24 (corp 24, example 29), its end at 38.
const forest = name('corp.example');
const usual = [
  forest,
  pointer(24),
  Buffer.concat([label('dc1'), pointer(24)]),
  name('CORP'),
  name('DC1'),
  name(''),
  name('HQ'),
  name('Branch'),
  name('Remote'),
];

describe('what a domain controller says to a ping', () => {
  it('is read, compressed names and all', () => {
    expect(parseNetlogon(structure(usual))).toEqual({
      serving: true,
      closest: true,
      forest: 'corp.example',
      domain: 'corp.example',
      host: 'dc1.corp.example',
      netbiosDomain: 'CORP',
      site: 'HQ',
      clientSite: 'Branch',
      nextClosestSite: 'Remote',
    });
  });

  it.each([
    ['a paused Netlogon', { operation: 24 }, { serving: false }],
    ['an unknown user', { operation: 25 }, { serving: true }],
    ['a machine without LDAP', { flags: 0x80 }, { serving: false, closest: true }],
    ['one that is not the closest', { flags: 0x8 }, { closest: false }],
    ['one that names no next site', { versions: 0x5 }, { nextClosestSite: null }],
  ])('tells of %s', (_what, changes, expected) => {
    expect(parseNetlogon(structure(usual, changes))).toMatchObject(expected);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another operation', structure(usual, { operation: 19 })],
    ['a pointer to itself', structure([pointer(24), ...usual.slice(1)])],
    ['a pointer forwards', structure([pointer(40), ...usual.slice(1)])],
    ['a pointer into the header', structure([pointer(2), ...usual.slice(1)])],
    ['two pointers in a circle', structure([Buffer.concat([label('a'), pointer(24)]), ...usual.slice(1)])],
    ['too few names', structure(usual.slice(0, 3)).subarray(0, 50)],
    ['a name of more than 255 octets', structure([Buffer.concat(new Array(5).fill(label('a'.repeat(60)))), ...usual])],
  ])('is refused when it is %s', (_what, bytes) => {
    expect(parseNetlogon(bytes)).toBeNull();
  });

  it('loses names that could steer a terminal or a question to DNS', () => {
    const names = [...usual];
    names[3] = Buffer.concat([label('CO\x1b[2J'), Buffer.from([0])]);
    names[6] = name('a.b');
    names[7] = Buffer.concat([label('x y'), Buffer.from([0])]);
    expect(parseNetlogon(structure(names))).toMatchObject({ netbiosDomain: null, site: null, clientSite: null });
  });

  it('is read or refused, never thrown at, whatever comes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void parseNetlogon(Buffer.from(bytes))));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
        parseNetlogon(structure([Buffer.from(bytes)]));
      }),
    );
  });
});

describe('a netlogon ping', () => {
  it('asks for the domain in the form of MS-ADTS 6.3.3', () => {
    const request = readRequest(encodePing(4711, 'corp.example', 'client'))?.request;
    expect(request?.id).toBe(4711);
    const search = request && readSearch(request.operation);
    expect(search).toMatchObject({ base: '', scope: 'base', attributes: ['netlogon'] });
    const asked = search && assertions(search.filter);
    expect(asked?.get('dnsdomain')?.toString()).toBe('corp.example');
    expect(asked?.get('host')?.toString()).toBe('client');
    expect(asked?.get('ntver')).toEqual(Buffer.from([0x16, 0, 0, 0]));
  });

  const answer = (id: number, attribute = 'Netlogon') =>
    Buffer.concat([
      ldapMessage(id, ldapEntry('', [[attribute, [structure(usual)]]])),
      ldapMessage(id, ldapResult(tag.done, 0)),
    ]);

  it('takes the answer to its own id only', () => {
    expect(decodePing(answer(4711), 4711)).toMatchObject({ kind: 'answer', answer: { site: 'HQ' } });
    expect(decodePing(answer(4712), 4711)).toBeNull();
  });

  it('understands that a server has no such domain', () => {
    expect(decodePing(ldapMessage(9, ldapResult(tag.done, 0)), 9)).toEqual({ kind: 'denied' });
  });

  it('does not look at datagrams that are too long, cut off, or of another kind', () => {
    expect(decodePing(answer(9).subarray(0, -1), 9)).toBeNull();
    expect(decodePing(answer(9, 'other'), 9)).toBeNull();
    expect(decodePing(ldapMessage(9, ldapResult(tag.bind, 0)), 9)).toBeNull();
    expect(decodePing(ldapMessage(9, ldapResult(tag.done, 0, 'x'.repeat(5000))), 9)).toBeNull();
    expect(decodePing(Buffer.alloc(0), 9)).toBeNull();
  });

  it('survives any datagram', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void decodePing(Buffer.from(bytes), 1)));
    fc.assert(
      fc.property(fc.nat(), fc.nat(255), (at, octet) => {
        const bytes = answer(1);
        bytes[at % bytes.length] = octet;
        decodePing(bytes, 1);
      }),
    );
  });
});
