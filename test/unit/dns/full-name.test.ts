import { describe, expect, it } from 'vitest';
import { a, fromZone, zoneHandler } from '../../fakes/dns-server.ts';
import { corp, temporaryNames } from './resolving.ts';

const resolve = temporaryNames();
const second = 'mail.corp.example';

describe('a full name', () => {
  it('that exists is taken as it is, without a question for its completions', async () => {
    const zone = [a(second, '10.0.0.1'), a(`${second}.${corp.suffix}`, '10.6.6.6')];
    const { outcome, server, verdicts } = await resolve(zoneHandler(zone), { asked: second });
    expect(outcome).toMatchObject({ kind: 'passed', value: { fqdn: second, suffix: null } });
    expect(new Set(server.queries.map((query) => query.name))).toEqual(new Set([second]));
    expect(Object.values(verdicts)).toEqual(['taken', 'later-in-order', 'later-in-order']);
  });

  it('that does not exist is completed', async () => {
    const { outcome } = await resolve(zoneHandler([a('mail.hq.corp.example', '10.0.0.1')]), { asked: 'mail.hq' });
    expect(outcome).toMatchObject({ kind: 'passed', value: { fqdn: 'mail.hq.corp.example', suffix: corp } });
  });

  it('that nobody answers for is completed, with a warning', async () => {
    const zone = [a('mail.hq.corp.example', '10.0.0.1')];
    const { outcome, codes } = await resolve((query) => (query.name === 'mail.hq' ? [] : [fromZone(query, zone)]), {
      asked: 'mail.hq',
    });
    expect(outcome).toMatchObject({ kind: 'warned', value: { fqdn: 'mail.hq.corp.example' } });
    expect(codes).toEqual(['dns.server-unreachable']);
  });

  it('with a final dot is never completed', async () => {
    const { codes, server } = await resolve(zoneHandler([a('mail.hq.corp.example', '10.0.0.1')]), {
      asked: 'mail.hq.',
    });
    expect(codes).toEqual(['dns.no-such-name']);
    expect(new Set(server.queries.map((query) => query.name))).toEqual(new Set(['mail.hq']));
  });

  it.each(['mail.', 'mail server', 'a..b', '', `${'a'.repeat(64)}.example`])('cannot be %j', async (asked) => {
    const { codes, server } = await resolve(zoneHandler([]), { asked });
    expect(codes).toEqual(['input.invalid']);
    expect(server.queries).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['fd00::1', 'fd00::1'],
    ['[fd00::1]', 'fd00::1'],
  ])('%s is taken as it is', async (asked, address) => {
    const { outcome, server } = await resolve(zoneHandler([]), { asked });
    expect(outcome).toMatchObject({ kind: 'passed', value: { fqdn: address, addresses: [address], candidates: [] } });
    expect(server.queries).toEqual([]);
  });
});
