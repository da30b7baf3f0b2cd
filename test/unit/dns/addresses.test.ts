import { describe, expect, it } from 'vitest';
import { addressesOf, toProblem } from '../../../src/dns/index.ts';
import { problem } from '../../../src/problems/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, aaaa, cname, type FakeQuery, reply, zoneHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

const start = temporaryServers();
const name = 'mail.corp.example';

describe('the addresses of a host', () => {
  it('are those of both families, IPv6 first, with the names on the way', async () => {
    const zone = [cname(name, 'host.example'), a('host.example', '10.0.0.1'), aaaa('host.example', 'fd00::1')];
    const server = await start(zoneHandler(zone));
    expect(await addressesOf(resolverOf([server]), name, recordingStep())).toMatchObject({
      kind: 'found',
      addresses: ['fd00::1', '10.0.0.1'],
      canonicalNames: ['host.example'],
      problem: null,
      server: server.name,
    });
  });

  it('are asked for at once', async () => {
    let arrived = () => {};
    const both = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    let queries = 0;
    const server = await start(async (query: FakeQuery) => {
      if (++queries === 2) arrived();
      await both;
      return [reply(query, { answers: query.type === 'A' ? [a(name, '10.0.0.1')] : [] })];
    });
    expect(await addressesOf(resolverOf([server]), name, recordingStep())).toMatchObject({ kind: 'found' });
  });

  it('do not wait for a server that never answers for AAAA', async () => {
    const server = await start((query) =>
      query.type === 'AAAA' ? [] : [reply(query, { answers: [a(name, '10.0.0.1')] })],
    );
    expect(await addressesOf(resolverOf([server]), name, recordingStep())).toMatchObject({ addresses: ['10.0.0.1'] });
  });

  it('come from hints, without a question, where there are some', async () => {
    const server = await start(zoneHandler([]));
    const hints = new Map([[name, ['10.0.0.9']]]);
    expect(await addressesOf(resolverOf([server]), name, recordingStep(), hints)).toMatchObject({
      addresses: ['10.0.0.9'],
    });
    expect(server.queries).toEqual([]);
  });

  it('are not more than anybody tries', async () => {
    const zone = Array.from({ length: 60 }, (_, i) => a(name, `10.0.0.${i}`));
    const host = await addressesOf(resolverOf([await start(zoneHandler(zone))]), name, recordingStep());
    expect(host.addresses).toHaveLength(32);
  });

  it.each([
    ['no-data', { A: 0, AAAA: 0 }],
    ['no-such-name', { A: 3, AAAA: 3 }],
    ['no-such-name', { A: 2, AAAA: 3 }],
    ['server-failure', { A: 0, AAAA: 2 }],
  ] as const)('are %s when the servers say %o', async (kind, rcodes) => {
    const server = await start((query) => [reply(query, { rcode: query.type === 'A' ? rcodes.A : rcodes.AAAA })]);
    const host = await addressesOf(resolverOf([server]), name, recordingStep());
    expect(host).toMatchObject({ kind, addresses: [], problem: { code: `dns.${kind}` } });
  });
});

describe('an answer that is none', () => {
  const answered = { server: '10.0.0.53:53', duration: 1 };
  const unreachable = problem('dns.server-unreachable', { server: '10.0.0.53:53' });
  it.each([
    [{ ...answered, kind: 'no-such-name' }, 'dns.no-such-name'],
    [{ ...answered, kind: 'no-data' }, 'dns.no-data'],
    [{ ...answered, kind: 'cname-loop' }, 'dns.cname-loop'],
    [
      { ...answered, kind: 'server-failure', rcode: 'REFUSED', evidence: ['10.0.0.53:53: REFUSED'] },
      'dns.server-failure',
    ],
    [{ ...answered, kind: 'no-answer', problem: unreachable }, 'dns.server-unreachable'],
  ] as const)('%o is a problem', (answer, code) => {
    const found = toProblem(answer, name);
    expect(found.code).toBe(code);
    if (answer.kind !== 'no-answer') expect(found.evidence.join()).toContain('10.0.0.53:53');
  });
});
