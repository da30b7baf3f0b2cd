import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../../src/core/index.ts';
import { mailRoute } from '../../../src/dns/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, aaaa, type FakeHandler, mx, reply, zoneHandler } from '../../fakes/dns-server.ts';
import { recordingStep } from '../../fakes/recording-step.ts';
import { temporaryServers } from './servers.ts';

const start = temporaryServers();
const domain = 'partner.example';

async function route(handler: FakeHandler, asked = domain) {
  const server = await start(handler);
  const step = recordingStep();
  const outcome = await mailRoute(asked, resolverOf([server]), step);
  const reported = step.patches.map((patch) => patch.route).at(-1);
  return { outcome, reported, server, codes: problemsOf(outcome).map(({ code }) => code) };
}

describe('a mail route', () => {
  it('has the gateways in the order of preference, each with its addresses', async () => {
    const { outcome, reported } = await route(
      zoneHandler([
        mx(domain, 20, 'gw2.partner.example'),
        mx(domain, 10, 'gw1.partner.example'),
        a('gw1.partner.example', '10.0.0.1'),
        aaaa('gw1.partner.example', 'fd00::1'),
        a('gw2.partner.example', '10.0.0.2'),
      ]),
    );
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: {
        domain,
        kind: 'mx',
        gateways: [
          { host: 'gw1.partner.example', preference: 10, addresses: ['fd00::1', '10.0.0.1'], problem: null },
          { host: 'gw2.partner.example', preference: 20, addresses: ['10.0.0.2'] },
        ],
      },
    });
    expect(reported).toMatchObject({ domain, kind: 'mx', gateways: [{ reached: 'not-tried', greeting: null }, {}] });
  });

  it('ends where the domain says that it takes no mail', async () => {
    const { outcome, reported } = await route(zoneHandler([mx(domain, 0, '.')]));
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'mx.null', args: { domain } } });
    expect(reported).toMatchObject({ kind: 'null' });
  });

  it('goes to the domain itself when it has an address and no MX record', async () => {
    const { outcome, reported, codes } = await route(zoneHandler([a(domain, '10.0.0.7')]));
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: { kind: 'implicit', gateways: [{ host: domain, addresses: ['10.0.0.7'] }] },
    });
    expect(codes).toEqual(['mx.implicit']);
    expect(reported).toMatchObject({ kind: 'implicit' });
  });

  it.each([
    ['does not exist', zoneHandler([]), 'dns.no-such-name'],
    ['has neither MX record nor address', zoneHandler([a(`www.${domain}`, '10.0.0.1')]), 'dns.no-data'],
    ['is served by nobody', (query) => [reply(query, { rcode: 5 })], 'dns.server-failure'],
  ] as [string, FakeHandler, string][])('leads nowhere when the domain %s', async (_, handler, code) => {
    const { codes, reported } = await route(handler);
    expect(codes).toEqual([code]);
    expect(reported).toMatchObject({ domain, kind: 'none', gateways: [] });
  });

  it('leads nowhere when no gateway has an address', async () => {
    const { outcome, reported } = await route(
      zoneHandler([mx(domain, 10, 'gw.partner.example'), mx(domain, 20, 'localhost')]),
    );
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: { code: 'mx.no-address', args: { domain, host: 'gw.partner.example' } },
    });
    expect(reported).toMatchObject({ gateways: [{ problem: 'mx.no-address' }, { problem: 'mx.no-address' }] });
  });

  it('goes on with the gateways that have an address', async () => {
    const zone = [
      mx(domain, 10, 'gone.partner.example'),
      mx(domain, 20, 'gw.partner.example'),
      a('gw.partner.example', '10.0.0.1'),
    ];
    const { outcome } = await route(zoneHandler(zone));
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: { gateways: [{ problem: { code: 'mx.no-address' } }, { problem: null }] },
    });
  });

  it.each(['partner', '', '10.0.0.1', 'a b.example'])('is not looked for from %j', async (asked) => {
    const { codes, server } = await route(zoneHandler([]), asked);
    expect(codes).toEqual(['input.invalid']);
    expect(server.queries).toEqual([]);
  });

  it('that somebody cancelled is not broken', async () => {
    const server = await start(() => []);
    const step = recordingStep();
    const outcome = mailRoute(domain, resolverOf([server]), step);
    step.end();
    expect(await outcome).toMatchObject({ kind: 'unknown', problem: { code: 'run.cancelled' } });
  });
});
