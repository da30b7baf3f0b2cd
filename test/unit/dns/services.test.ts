import { describe, expect, it } from 'vitest';
import { findSubmissionServer, locateService } from '../../../src/dns/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, reply, srv, zoneHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

const start = temporaryServers();
const ldap = '_ldap._tcp.dc._msdcs.corp.example';

async function locate(handler: Parameters<typeof start>[0]) {
  return locateService(ldap, resolverOf([await start(handler)]), recordingStep());
}

describe('a service', () => {
  it('is located by its SRV records, best priority first, with the addresses that came along', async () => {
    const found = await locate((query) => [
      reply(query, {
        answers: [srv(ldap, 'dc2.corp.example', 389, 10, 5), srv(ldap, 'dc1.corp.example', 389, 0, 100)],
        additionals: [a('dc1.corp.example', '10.0.0.1')],
      }),
    ]);
    expect(found).toEqual({
      kind: 'found',
      authenticatedBy: null,
      targets: [
        { host: 'dc1.corp.example', port: 389, priority: 0, weight: 100, addresses: ['10.0.0.1'] },
        { host: 'dc2.corp.example', port: 389, priority: 10, weight: 5, addresses: [] },
      ],
      useless: [],
    });
  });

  it('is not offered where its target is the root', async () => {
    expect(await locate(zoneHandler([srv(ldap, '.', 0)]))).toEqual({ kind: 'not-offered' });
  });

  it.each([
    ['a name of one label', srv(ldap, 'dc1', 389), { target: 'dc1', port: 389, flaw: 'short-name' }],
    ['no port', srv(ldap, 'dc1.corp.example', 0), { target: 'dc1.corp.example', port: 0, flaw: 'no-port' }],
    ['an IP address', srv(ldap, '192.0.2.1', 389), { target: '192.0.2.1', port: 389, flaw: 'address' }],
  ])('is nowhere when its target is %s, and the record is told', async (_, record, useless) => {
    expect(await locate(zoneHandler([record]))).toEqual({ kind: 'none', because: 'no-data', useless: [useless] });
  });

  it('is located by those of its records that can be used, and the others are told', async () => {
    const zone = [srv(ldap, 'dc1.corp.example', 389), srv(ldap, '192.0.2.1', 389), srv(ldap, '.', 0)];
    expect(await locate(zoneHandler(zone))).toMatchObject({
      kind: 'found',
      targets: [{ host: 'dc1.corp.example' }],
      useless: [{ target: '192.0.2.1', flaw: 'address' }],
    });
  });

  it('is nowhere when there is no such record', async () => {
    expect(await locate(zoneHandler([]))).toMatchObject({ kind: 'none', because: 'no-such-name' });
    expect(await locate(zoneHandler([a(ldap, '10.0.0.1')]))).toMatchObject({ kind: 'none', because: 'no-data' });
  });

  it('may be somewhere when the server fails', async () => {
    expect(await locate((query) => [reply(query, { rcode: 2 })])).toMatchObject({
      kind: 'failed',
      problem: { code: 'dns.server-failure' },
    });
  });
});

describe('the submission server of a mail domain', () => {
  const implicit = '_submissions._tcp.corp.example';
  const startTls = '_submission._tcp.corp.example';
  const find = async (...zone: ReturnType<typeof srv>[]) => {
    const { candidates } = await findSubmissionServer(
      'corp.example',
      resolverOf([await start(zoneHandler(zone))]),
      recordingStep(),
    );
    return candidates.map(({ host, port, security }) => `${host}:${port} ${security}`);
  };

  it('is the one with implicit TLS first when both have the same priority', async () => {
    expect(await find(srv(startTls, 'mail.corp.example', 587), srv(implicit, 'mail.corp.example', 465))).toEqual([
      'mail.corp.example:465 implicit',
      'mail.corp.example:587 starttls',
    ]);
  });

  it('is the one with the better priority, whatever its kind of TLS', async () => {
    expect(await find(srv(startTls, 'new.corp.example', 587, 1), srv(implicit, 'old.corp.example', 465, 9))).toEqual([
      'new.corp.example:587 starttls',
      'old.corp.example:465 implicit',
    ]);
  });

  it('is not known when the domain names none, or says that it has none', async () => {
    expect(await find()).toEqual([]);
    expect(await find(srv(startTls, '.', 0))).toEqual([]);
  });

  it('is not said to be missing when nobody answered', async () => {
    const refusing = resolverOf([await start((query) => [reply(query, { rcode: 5 })])]);
    const { candidates, problem } = await findSubmissionServer('corp.example', refusing, recordingStep());
    expect(candidates).toEqual([]);
    expect(problem?.code).toBe('dns.server-failure');
  });
});
