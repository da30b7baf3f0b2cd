import { afterEach, expect, test } from 'vitest';
import { ber, berChildren, berInteger, berTag, berText, readBer } from '../../../src/lab/ber.ts';
import { type Lab, type LabOptions, startLab } from '../../../src/lab/index.ts';
import { ask } from './clients.ts';

let lab: Lab;
afterEach(() => lab.stop());

/** Pings as a Windows client does, and answers the value of the Netlogon attribute. */
async function ping(asked: Record<string, string | Buffer>, options?: LabOptions): Promise<Buffer | undefined> {
  lab = await startLab(options);
  const assertions = Object.entries(asked).map(([name, value]) => ber(0xa3, berText(name), berText(value)));
  const none = berInteger(0);
  const zero = berInteger(0, berTag.enumerated);
  const types = ber(berTag.boolean, Buffer.from([0]));
  const attributes = ber(berTag.sequence, berText('Netlogon'));
  const search = ber(0x63, berText(''), zero, zero, none, none, types, ber(0xa0, ...assertions), attributes);
  const answer = await ask(lab.ports.ldap, ber(berTag.sequence, berInteger(7), search));
  const read = answer && readBer(answer);
  const [id, operation] = read ? berChildren(read.element.body) : [];
  expect(id?.body).toEqual(Buffer.from([7]));
  if (operation?.tag !== 0x64) return undefined;
  const [list] = berChildren(berChildren(operation.body)[1]?.body ?? Buffer.alloc(0));
  const values = berChildren(list?.body ?? Buffer.alloc(0))[1];
  return berChildren(values?.body ?? Buffer.alloc(0))[0]?.body;
}

/** Reads `count` names with their pointers, and answers them with the offset behind the last. */
function names(bytes: Buffer, start: number, count: number): { names: string[]; end: number } {
  let end = start;
  const labels = (offset: number): { labels: string[]; end: number } => {
    const length = bytes.readUInt8(offset);
    if (length === 0) return { labels: [], end: offset + 1 };
    if (length >= 0xc0) return { labels: labels(bytes.readUInt16BE(offset) & 0x3fff).labels, end: offset + 2 };
    const rest = labels(offset + 1 + length);
    return { labels: [bytes.toString('utf8', offset + 1, offset + 1 + length), ...rest.labels], end: rest.end };
  };
  const read = Array.from({ length: count }, () => {
    const name = labels(end);
    end = name.end;
    return name.labels.join('.');
  });
  return { names: read, end };
}

const ntVer = Buffer.from([0x16, 0, 0, 0]);

test('a ping tells the domain, the controller, and both sites', async () => {
  const answer = await ping({ DnsDomain: 'CORP.example', NtVer: ntVer });
  if (!answer) throw new Error('no answer');
  expect(answer.readUInt16LE(0)).toBe(23);
  expect(answer.readUInt32LE(4) & 0x80).toBe(0x80);
  const read = names(answer, 24, 9);
  expect(read.names).toEqual([
    'corp.example',
    'corp.example',
    'dc1.corp.example',
    'CORP',
    'DC1',
    '',
    'HQ',
    'HQ',
    'Branch',
  ]);
  expect(answer.length - read.end).toBe(8);
  expect(lab.log).toMatchObject([{ kind: 'cldap.ping', server: 'dc1', domain: 'CORP.example' }]);
});

test('a client of another site is told so', async () => {
  const answer = await ping({ DnsDomain: 'corp.example', NtVer: ntVer }, { clientSite: 'Branch' });
  if (!answer) throw new Error('no answer');
  expect(answer.readUInt32LE(4) & 0x80).toBe(0);
  expect(names(answer, 24, 8).names.slice(-2)).toEqual(['HQ', 'Branch']);
});

test('a ping can ask for a user, who may be unknown', async () => {
  const known = await ping({ DnsDomain: 'corp.example', User: 'alice', NtVer: ntVer });
  await lab.stop();
  const unknown = await ping({ DnsDomain: 'corp.example', User: 'nobody', NtVer: ntVer });
  expect([known?.readUInt16LE(0), unknown?.readUInt16LE(0)]).toEqual([23, 25]);
});

test('another domain is not answered for', async () => {
  expect(await ping({ DnsDomain: 'other.example', NtVer: ntVer })).toBeUndefined();
});
