import { describe, expect, it } from 'vitest';
import { hasValue } from '../../../src/core/index.ts';
import { resolveName } from '../../../src/dns/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, aaaa, cname, type FakeHandler, fromZone, reply, zoneHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { corp, office, temporaryNames } from './resolving.ts';
import { temporaryServers } from './servers.ts';

const start = temporaryServers();
const resolve = temporaryNames();
const first = 'mail.office.corp.example';
const second = 'mail.corp.example';

describe('a short name', () => {
  it('is the first candidate that exists, and the report tells of each', async () => {
    const { outcome, name, server } = await resolve(zoneHandler([a(second, '10.0.0.1')]));
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: { asked: 'mail', fqdn: second, addresses: ['10.0.0.1'], suffix: corp },
    });
    expect(name).toMatchObject({ asked: 'mail', fqdn: second, addresses: ['10.0.0.1'] });
    expect(name?.candidates).toMatchObject([
      {
        name: first,
        suffix: office.suffix,
        source: office.source,
        approves: true,
        verdict: 'no-such-name',
        addresses: [],
      },
      {
        name: second,
        suffix: corp.suffix,
        source: corp.source,
        approves: false,
        verdict: 'taken',
        server: server.name,
      },
    ]);
  });

  it('is never asked for on its own', async () => {
    const { server } = await resolve(zoneHandler([]));
    expect(new Set(server.queries.map((query) => query.name))).toEqual(new Set([first, second]));
  });

  it('asks for all candidates at once', async () => {
    const seen = new Set<string>();
    let all = () => {};
    const complete = new Promise<void>((done) => {
      all = done;
    });
    const { outcome } = await resolve(async (query) => {
      seen.add(`${query.name} ${query.type}`);
      if (seen.size === 4) all();
      await complete;
      return [fromZone(query, [a(second, '10.0.0.1')])];
    });
    expect(hasValue(outcome)).toBe(true);
  });

  it('that two hosts bear stops the run for a decision, with each full name as an answer', async () => {
    const { outcome, verdicts, name } = await resolve(zoneHandler([a(first, '10.0.0.1'), a(second, '10.0.0.2')]));
    expect(outcome).toMatchObject({
      kind: 'unknown',
      problem: {
        code: 'dns.ambiguous-name',
        args: { name: 'mail', first, second },
        remedies: [
          { option: 'server', value: first },
          { option: 'server', value: second },
        ],
      },
    });
    expect(verdicts).toEqual({ [first]: 'ambiguous', [second]: 'ambiguous' });
    expect(name?.fqdn).toBeNull();
  });

  it('that one host bears twice, by its address, is the first of the two', async () => {
    const zone = [a(first, '10.0.0.1'), a(second, '10.0.0.1'), aaaa(second, 'fd00::1')];
    const { outcome, verdicts } = await resolve(zoneHandler(zone));
    expect(outcome).toMatchObject({ kind: 'passed', value: { fqdn: first } });
    expect(verdicts).toEqual({ [first]: 'taken', [second]: 'same-host' });
  });

  it('that one host bears twice, by an alias, is the first of the two', async () => {
    const { outcome, verdicts } = await resolve(async (query) => {
      // A name whose addresses change from answer to answer.
      const address = a(second, query.name === first ? '10.0.0.1' : '10.0.0.2');
      return [fromZone(query, [cname(first, second), address])];
    });
    expect(outcome).toMatchObject({ kind: 'passed', value: { fqdn: first, canonicalNames: [second] } });
    expect(verdicts).toEqual({ [first]: 'taken', [second]: 'same-host' });
  });

  it.each([
    [
      'fails',
      'server-failure',
      'dns.server-failure',
      (query: Parameters<FakeHandler>[0]) => [reply(query, { rcode: 2 })],
    ],
    ['is silent', 'no-answer', 'dns.server-unreachable', () => []],
  ] as const)('is found although an earlier suffix %s, with a warning', async (_, verdict, code, lame) => {
    const zone = [a(second, '10.0.0.1')];
    const { outcome, verdicts, codes } = await resolve((query) =>
      query.name === first ? lame(query) : [fromZone(query, zone)],
    );
    expect(outcome).toMatchObject({ kind: 'warned', value: { fqdn: second } });
    expect(codes).toEqual([code]);
    expect(verdicts).toEqual({ [first]: verdict, [second]: 'taken' });
  });

  it('is found without a warning when a later suffix fails', async () => {
    const zone = [a(first, '10.0.0.1')];
    const { outcome, verdicts } = await resolve((query) =>
      query.name === second ? [reply(query, { rcode: 2 })] : [fromZone(query, zone)],
    );
    expect(outcome).toMatchObject({ kind: 'passed', value: { fqdn: first } });
    expect(verdicts).toEqual({ [first]: 'taken', [second]: 'server-failure' });
  });

  it('needs a search list', async () => {
    const { outcome, server } = await resolve(zoneHandler([]), { suffixes: [] });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'dns.no-search-list', args: { name: 'mail' } } });
    expect(outcome.kind === 'failed' && outcome.problem.remedies.map(({ option }) => option)).toEqual([
      'search',
      'server',
    ]);
    expect(server.queries).toEqual([]);
  });

  it('that exists nowhere is told with what became of each candidate', async () => {
    const { outcome, server } = await resolve(zoneHandler([]));
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'dns.no-such-name', args: { name: 'mail' } } });
    expect(outcome.kind === 'failed' && outcome.problem.evidence.slice(0, 2)).toEqual([
      `${first} (suffix from resolv.conf line 2): no-such-name, said ${server.name}`,
      `${second} (suffix from DHCP): no-such-name, said ${server.name}`,
    ]);
  });

  it.each([
    ['a name without an address', 'dns.no-data', 0],
    ['a failing server', 'dns.server-failure', 2],
  ])('that leads to %s and nowhere else is told as that', async (_, code, rcode) => {
    const { codes } = await resolve((query) => [reply(query, { rcode: query.name === second ? rcode : 3 })]);
    expect(codes).toEqual([code]);
  });

  it('whose aliases go round is told as that', async () => {
    const { codes, verdicts } = await resolve((query) => [
      query.name === first ? reply(query, { answers: [cname(first, first)] }) : reply(query, { rcode: 2 }),
    ]);
    expect(codes).toEqual(['dns.cname-loop']);
    expect(verdicts[first]).toBe('cname-loop');
  });

  it('that nobody answers for says which server is silent', async () => {
    const server = await start(() => []);
    const resolver = resolverOf([server], { timeout: 40 });
    const outcome = await resolveName({ asked: 'mail', suffixes: [corp], ndots: 1 }, resolver, recordingStep());
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'dns.server-unreachable', args: { server: server.name } },
    });
  });

  it('that somebody cancelled is not broken', async () => {
    const server = await start(() => []);
    const step = recordingStep();
    const outcome = resolveName({ asked: 'mail', suffixes: [corp], ndots: 1 }, resolverOf([server]), step);
    step.end();
    expect(await outcome).toMatchObject({ kind: 'unknown', problem: { code: 'run.cancelled' } });
  });
});
