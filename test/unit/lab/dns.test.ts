import { Resolver } from 'node:dns/promises';
import { decode, encode } from 'dns-packet';
import { afterEach, expect, test } from 'vitest';
import { type Lab, type LabOptions, startLab } from '../../../src/lab/index.ts';
import { ask } from './clients.ts';

let lab: Lab;
afterEach(() => lab.stop());

async function resolver(options?: LabOptions): Promise<Resolver> {
  lab = await startLab(options);
  const client = new Resolver({ timeout: 300, tries: 1 });
  client.setServers([`127.0.0.1:${lab.dns.port}`]);
  return client;
}

/** Asks over UDP with an EDNS size, and answers the decoded reply. */
async function query(name: string, type: 'A' | 'TXT' | 'SRV', size?: number) {
  const opt = {
    type: 'OPT' as const,
    name: '.',
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [],
  };
  const packet = encode({
    type: 'query',
    id: 4711,
    questions: [{ name, type }],
    additionals: size === undefined ? [] : [{ ...opt, udpPayloadSize: size }],
  });
  const answer = await ask(lab.dns.port, packet, 500);
  return answer && { ...decode(answer), length: answer.length };
}

test('a short name exists under one suffix of the search list', async () => {
  const client = await resolver();
  expect(lab.search).toEqual(['office.corp.example', 'corp.example']);
  await expect(client.resolve4('mail.office.corp.example')).rejects.toMatchObject({ code: 'ENOTFOUND' });
  expect(await client.resolve4('mail.corp.example')).toEqual(['127.0.0.1']);
  expect(await client.resolve4('smtp.corp.example')).toEqual(['127.0.0.1']);
});

test('services are registered with the ports that really listen', async () => {
  const client = await resolver();
  const everywhere = await client.resolveSrv('_ldap._tcp.dc._msdcs.corp.example');
  expect(everywhere.every(({ port }) => port === lab.ports.ldap)).toBe(true);
  const names = everywhere.map(({ name }) => name);
  expect(names.sort()).toEqual(lab.notes.length > 0 ? ['dc1.corp.example'] : ['dc1.corp.example', 'dc2.corp.example']);
  const [inSite] = await client.resolveSrv('_ldap._tcp.HQ._sites.dc._msdcs.corp.example');
  expect(inSite?.name).toBe('dc1.corp.example');
  expect(await client.resolveSrv('_submissions._tcp.corp.example')).toMatchObject([{ port: lab.ports.submissions }]);
  expect(await client.resolveSrv('_submission._tcp.corp.example')).toMatchObject([{ port: lab.ports.submission }]);
});

test('mail routes are plain, null and implicit', async () => {
  const client = await resolver();
  expect(await client.resolveMx('partner.example')).toEqual([{ exchange: 'gw.partner.example', priority: 10 }]);
  expect(await client.resolveMx('nomail.example')).toEqual([{ exchange: '', priority: 0 }]);
  await expect(client.resolveMx('implicit.example')).rejects.toMatchObject({ code: 'ENODATA' });
  expect(await client.resolve4('implicit.example')).toEqual(['127.0.0.1']);
});

test('a negative answer says whether the name exists, and bears the SOA of its domain', async () => {
  await resolver();
  const missing = await query('nobody.corp.example', 'A');
  expect((missing?.flags ?? 0) & 0xf).toBe(3);
  expect(missing?.authorities).toMatchObject([{ type: 'SOA', name: 'corp.example' }]);
  const empty = await query('_tcp.corp.example', 'A');
  expect((empty?.flags ?? 0) & 0xf).toBe(0);
  expect(empty?.authorities).toMatchObject([{ type: 'SOA', name: 'corp.example' }]);
});

test('the question and the owner keep the case in which they were asked', async () => {
  await resolver();
  const reply = await query('MaIl.CoRp.ExAmPlE', 'A');
  expect(reply?.questions).toMatchObject([{ name: 'MaIl.CoRp.ExAmPlE' }]);
  expect(reply?.answers).toMatchObject([{ name: 'MaIl.CoRp.ExAmPlE' }]);
});

test('an answer that is larger than the client takes is truncated, and whole over TCP', async () => {
  const records = Array.from({ length: 14 }, (_, n) => ({
    name: 'big.corp.example',
    type: 'TXT' as const,
    data: `${n}`.padEnd(40, '.'),
  }));
  const client = await resolver({ records });
  const small = await query('big.corp.example', 'TXT');
  expect(small?.flag_tc).toBe(true);
  expect(small?.answers).toEqual([]);
  const larger = await query('big.corp.example', 'TXT', 1232);
  expect(larger?.answers).toHaveLength(14);
  expect(await client.resolveTxt('big.corp.example')).toHaveLength(14);
});

test.each([
  ['servfail', 'ESERVFAIL'],
  ['refused', 'EREFUSED'],
  ['silent', 'ETIMEOUT'],
] as const)('a name can be made to answer %s, and the others still work', async (behaviour, code) => {
  const client = await resolver({ behaviours: { 'mail.corp.example': behaviour } });
  await expect(client.resolve4('mail.corp.example')).rejects.toMatchObject({ code });
  expect(await client.resolve4('dc1.corp.example')).toEqual(['127.0.0.1']);
});

test('a name can be made to be truncated over UDP, which TCP then helps', async () => {
  const client = await resolver({ behaviours: { 'mail.corp.example': 'truncated' } });
  expect(await client.resolve4('mail.corp.example')).toEqual(['127.0.0.1']);
  expect(lab.log.map((event) => event.kind === 'dns.query' && event.transport)).toEqual(['udp', 'tcp']);
});

test('a name can be answered for another question', async () => {
  await resolver({ behaviours: { 'mail.corp.example': 'wrong-question' } });
  expect((await query('mail.corp.example', 'A'))?.questions).toMatchObject([{ name: 'other.example' }]);
});

test('a delayed answer comes late, and stopping does not wait for it', async () => {
  await resolver({ behaviours: { 'mail.corp.example': { delay: 60_000 }, 'dc1.corp.example': { delay: 50 } } });
  expect(await query('mail.corp.example', 'A')).toBeUndefined();
  const before = performance.now();
  expect(await query('dc1.corp.example', 'A')).toBeDefined();
  expect(performance.now() - before).toBeGreaterThan(45);
});
