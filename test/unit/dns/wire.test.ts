import { SocketAddress } from 'node:net';
import { type Answer, decode, encode } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DnsRecord } from '../../../src/dns/records.ts';
import { describeMessage } from '../../../src/dns/wire/describe.ts';
import { isReplyTo } from '../../../src/dns/wire/match.ts';
import { decodeMessage } from '../../../src/dns/wire/message.ts';
import { encodeQuery } from '../../../src/dns/wire/query.ts';
import { a, aaaa, cname, mx, srv } from '../../fakes/dns-server.ts';
import { answerRecord, domainName } from './arbitraries.ts';

const name = 'mail.corp.example';
const question = { type: 'A', name } as const;

function message(answers: Answer[], additionals: Answer[] = []): Buffer {
  return encode({ type: 'response', id: 7, questions: [question], answers, additionals });
}

function answersOf(bytes: Buffer): readonly DnsRecord[] | undefined {
  return decodeMessage(bytes)?.answers;
}

describe('a query', () => {
  it('carries the id, the question and EDNS0 with 1232 bytes', () => {
    const decoded = decode(encodeQuery(0xabcd, name, 'SRV', true));
    expect(decoded).toMatchObject({ id: 0xabcd, flag_rd: true, questions: [{ name, type: 'SRV', class: 'IN' }] });
    expect(decoded.additionals).toMatchObject([{ type: 'OPT', udpPayloadSize: 1232 }]);
  });

  it('can leave EDNS out', () => {
    expect(decode(encodeQuery(1, name, 'A', false)).additionals).toEqual([]);
  });

  it('asks for exactly the name that it was given', () => {
    fc.assert(
      fc.property(domainName, fc.integer({ min: 0, max: 0xffff }), (asked, id) => {
        const decoded = decode(encodeQuery(id, asked, 'MX', true));
        expect(decoded).toMatchObject({ id, questions: [{ name: asked, type: 'MX' }] });
      }),
    );
  });
});

describe('a message', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(answerRecord, { maxLength: 20 }), (records) => {
        const expected = records.map((record) =>
          record.type === 'AAAA'
            ? { ...record, data: new SocketAddress({ address: record.data, family: 'ipv6' }).address }
            : record,
        );
        expect(answersOf(message(records))).toEqual(expected);
      }),
    );
  });

  it('of random bytes never makes the reader throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => void decodeMessage(Buffer.from(bytes))));
  });

  it('that was damaged anywhere never makes the reader throw, nor say what is no name or address', () => {
    const damage = fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(answerRecord, { minLength: 1, maxLength: 5 }), damage, (records, changes) => {
        const bytes = message(records);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        for (const record of answersOf(bytes) ?? []) {
          expect(record.name).toMatch(/^[a-z0-9_.-]{1,253}$/);
          if (record.type === 'A') expect(record.data).toMatch(/^\d{1,3}(\.\d{1,3}){3}$/);
        }
      }),
    );
  });

  it('that was cut anywhere is not believed in part', () => {
    const whole = message([a(name, '10.0.0.1'), a(name, '10.0.0.2')]);
    for (let length = 0; length < whole.length; length++) expect(decodeMessage(whole.subarray(0, length))).toBeNull();
  });

  it('that promises more records than anybody needs is not read', () => {
    const bytes = message([]);
    bytes.writeUInt16BE(0xffff, 6);
    expect(decodeMessage(bytes)).toBeNull();
  });

  it('loses a record whose length is not that of its type, and keeps the others', () => {
    const bytes = message([a(name, '10.0.0.1'), a(name, '10.0.0.2')]);
    const first = bytes.indexOf(Buffer.from([0, 4, 10, 0, 0, 1]));
    const shorter = Buffer.concat([bytes.subarray(0, first), Buffer.from([0, 3, 10, 0, 0]), bytes.subarray(first + 6)]);
    expect(answersOf(shorter)?.map((record) => record.data)).toEqual(['10.0.0.2']);
  });

  it('loses a record of another class', () => {
    const chaos: Answer = { type: 'A', class: 'CH', name, data: '10.0.0.9' };
    expect(answersOf(message([chaos, a(name, '10.0.0.1')]))).toHaveLength(1);
  });

  it('loses a record whose name or target could not be a host', () => {
    const records = [
      a('*.corp.example', '10.0.0.1'),
      cname(name, 'x y.example'),
      mx(name, 1, 'a\u001b.example'),
      srv(name, '-', 1),
    ];
    expect(answersOf(message(records))).toEqual([]);
  });

  it('keeps the root as a target, which says that there is none', () => {
    expect(answersOf(message([mx(name, 0, '.'), srv(name, '.', 0)]))?.map(({ data }) => data)).toEqual([
      { preference: 0, exchange: '.' },
      { priority: 0, weight: 0, port: 0, target: '.' },
    ]);
  });

  it('is readable although its EDNS options are not', () => {
    const fields = { udpPayloadSize: 1232, extendedRcode: 0, ednsVersion: 0, flags: 0, flag_do: false };
    const option = { code: 8, type: 'CLIENT_SUBNET', data: Buffer.from([9]), ip: undefined } as const;
    const opt: Answer = { type: 'OPT', name: '.', ...fields, options: [option] };
    expect(answersOf(message([a(name, '10.0.0.1')], [opt]))).toHaveLength(1);
  });

  it('has the extended response code of its EDNS record', () => {
    const fields = { udpPayloadSize: 1232, extendedRcode: 1, ednsVersion: 0, flags: 0, flag_do: false };
    expect(decodeMessage(message([], [{ type: 'OPT', name: '.', ...fields, options: [] }]))?.rcode).toBe('BADVERS');
  });

  it('writes IPv6 addresses as the system does', () => {
    expect(answersOf(message([aaaa(name, '2001:DB8:0:0:0:0:0:1')]))?.[0]?.data).toBe('2001:db8::1');
  });

  it('is one line in the log', () => {
    const decoded = decodeMessage(message([cname(name, 'host.corp.example', 60), a('host.corp.example', '10.0.0.1')]));
    expect(decoded && describeMessage(decoded)).toBe('NOERROR CNAME host.corp.example, 10.0.0.1 (ttl 60)');
  });

  it('with a thousand records is still one line of some length', () => {
    const decoded = decodeMessage(
      message(Array.from({ length: 1_000 }, (_, i) => a(name, `10.0.${i >> 8}.${i & 255}`))),
    );
    expect(decoded && describeMessage(decoded)).toMatch(/and 988 more \(ttl 300\)$/);
  });
});

describe('a reply to a query', () => {
  const query = encodeQuery(7, name, 'A', true);
  const reply = () => message([a(name, '10.0.0.1')]);
  const changed = (at: number, value: number) => {
    const bytes = reply();
    bytes[at] = value;
    return bytes;
  };

  it('repeats id and question, in whatever case', () => {
    expect(isReplyTo(query, reply())).toBe(true);
    expect(
      isReplyTo(query, encode({ type: 'response', id: 7, questions: [{ ...question, name: 'MaiL.Corp.EXAMPLE' }] })),
    ).toBe(true);
  });

  it.each([
    ['another id', () => changed(1, 8)],
    ['the bit of a query', () => changed(2, 0)],
    ['another operation', () => changed(2, 0x80 | 0x28)],
    ['no question', () => encode({ type: 'response', id: 7 })],
    ['two questions', () => encode({ type: 'response', id: 7, questions: [question, question] })],
    ['another name', () => encode({ type: 'response', id: 7, questions: [{ type: 'A', name: 'mail.evil.example' }] })],
    ['a longer name', () => encode({ type: 'response', id: 7, questions: [{ type: 'A', name: `a.${name}` }] })],
    ['another type', () => encode({ type: 'response', id: 7, questions: [{ type: 'AAAA', name }] })],
    ['another class', () => encode({ type: 'response', id: 7, questions: [{ type: 'A', name, class: 'CH' }] })],
    ['a header only in part', () => reply().subarray(0, 11)],
    ['a question only in part', () => reply().subarray(0, 20)],
  ])('is not one with %s', (_, bytes) => expect(isReplyTo(query, bytes())).toBe(false));

  it('may lack the question when it refuses the form of the query', () => {
    expect(isReplyTo(query, encode({ type: 'response', id: 7, flags: 1 }))).toBe(true);
  });

  it('is not found in random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void isReplyTo(query, Buffer.from(bytes))));
  });
});
