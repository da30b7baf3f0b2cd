import type { Answer } from 'dns-packet';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChainRequest, runChain } from '../../../src/chain/index.ts';
import { registeredPorts } from '../../../src/chain/request.ts';
import { type RunEvent, replay } from '../../../src/run/index.ts';
import { a, cname, fakeDnsServer, srv, zoneHandler } from '../../fakes/dns-server.ts';
import { fakeImapServer } from '../../fakes/imap-server.ts';
import { poxSettings, poxUrl } from '../../fakes/pox.ts';
import { aRequest } from '../../fakes/request.ts';
import { fakeSmtpServer, authority as mailAuthority, mailHost } from '../../fakes/smtp-server.ts';
import { authority, type Page, type WebWorld, webWorld } from '../../fakes/web-world.ts';

let world: WebWorld;

afterEach(() => world.stop());

const autoconfig = `<clientConfig version="1.1"><emailProvider id="corp.example">
  <incomingServer type="imap"><hostname>mail.corp.example</hostname><port>993</port><socketType>SSL</socketType></incomingServer>
  <outgoingServer type="smtp"><hostname>mail.corp.example</hostname><port>465</port><socketType>SSL</socketType></outgoingServer>
  </emailProvider></clientConfig>`;
const imap = '<Type>IMAP</Type><Server>mail.corp.example</Server><Port>993</Port>';

async function discover(
  pages: Record<string, Page>,
  address = 'alice@corp.example',
  changes: Partial<ChainRequest> = {},
  records: readonly Answer[] = [],
) {
  world = await webWorld({ pages, records: () => records });
  const { address: server, port } = world.dns;
  const request = aRequest({
    goal: 'discover',
    destination: address,
    user: null,
    server: null,
    dns: [{ address: server, port }],
    search: [],
    ca: authority.pem,
    ports: { ...registeredPorts, ...world.ports },
    ...changes,
  });
  const events: RunEvent[] = [];
  const secrets = { password: null, relayPassword: null };
  for await (const event of runChain(request, secrets, 'test', new AbortController().signal)) events.push(event);
  return replay(events);
}

describe('a run that looks for settings', () => {
  it('asks the web sources of the address’s own domain without anybody’s approval, and counts those that agree', async () => {
    const { chain } = await discover({
      'https://autoconfig.corp.example/mail/config-v1.1.xml': { body: autoconfig },
      [poxUrl('autodiscover.corp.example')]: poxSettings(imap),
    });
    expect(chain.settings).toMatchObject({
      autoconfig: [{ trust: 'https' }],
      pacc: [],
      autodiscover: [{ trust: 'https' }],
      servers: expect.arrayContaining([
        expect.objectContaining({
          service: 'imap',
          sources: [
            expect.objectContaining({ source: 'autoconfig' }),
            expect.objectContaining({ source: 'autodiscover' }),
          ],
        }),
        expect.objectContaining({ service: 'submission' }),
      ]),
    });
    expect(JSON.stringify(world.questions)).not.toContain('alice');
  });

  it('passes when good servers were found, whatever else a web server of the domain answers', async () => {
    const servers = await Promise.all([fakeImapServer(), fakeSmtpServer({ security: 'implicit' })]);
    const [incoming, outgoing] = servers.map(({ port }) => port);
    const body = autoconfig.replace('993', String(incoming)).replace('465', String(outgoing));
    const { outcome, probes, chain } = await discover(
      {
        'https://autoconfig.corp.example/mail/config-v1.1.xml': { body },
        [poxUrl('corp.example')]: { status: 403 },
        'https://ua-auto-config.corp.example/.well-known/user-agent-configuration.json': { status: 500 },
      },
      'alice@corp.example',
      { ca: `${authority.pem}\n${mailAuthority.pem}` },
      [a(mailHost, '127.0.0.1')],
    );
    for (const server of servers) await server.close();
    const chosen = chain.settings?.servers.filter(({ verdict }) => verdict === 'chosen') ?? [];
    expect(chosen).toHaveLength(2);
    const shown = { address: '127.0.0.1', greeting: expect.any(String), passwords: 'taken' };
    for (const { seen } of chosen) {
      expect(seen).toMatchObject({ ...shown, tls: { certificate: { names: [mailHost], verified: true } } });
    }
    expect(probes.flatMap(({ problems }) => problems.map(({ code }) => code))).toContain('settings.http-status');
    expect(outcome).toBe('passed');
  });

  it('says that none of the servers that were named can be reached, and chooses none', async () => {
    const { chain, firstFailure } = await discover({
      'https://autoconfig.corp.example/mail/config-v1.1.xml': { body: autoconfig },
    });
    expect(firstFailure).toMatchObject({ probe: 'settings.ranking', code: 'settings.unreachable' });
    expect(chain.settings?.servers.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['rejected', 'unreachable'],
      ['rejected', 'unreachable'],
    ]);
  });

  it('looks at settings over plain http only where that is allowed, and trusts them least', async () => {
    const plain = { 'http://autoconfig.corp.example/mail/config-v1.1.xml': { body: autoconfig } };
    expect((await discover(plain)).chain.settings?.autoconfig).toEqual([]);
    await world.stop();
    const { chain } = await discover(plain, 'alice@corp.example', { allowHttp: true });
    expect(chain.settings?.autoconfig).toMatchObject([{ trust: 'http' }]);
  });

  it('tells the whole address only where that is allowed, and only over https', async () => {
    const place = 'autoconfig.corp.example/mail/config-v1.1.xml';
    const pages = { [`https://${place}`]: { body: autoconfig }, [`http://${place}`]: { body: autoconfig } };
    await discover(pages, 'alice@corp.example', { allowHttp: true, tellAddress: true });
    const told = world.questions.filter(({ url, query, body }) => JSON.stringify([url, query, body]).includes('alice'));
    expect(told.map(({ url }) => url)).toContain(`https://${place}`);
    expect(told.filter(({ url }) => url.startsWith('http:'))).toEqual([]);
  });

  it('says where another view of DNS differs, which is a warning', async () => {
    const outside = await fakeDnsServer(zoneHandler([a('mail.corp.example', '203.0.113.5')]));
    const compareDns = [{ address: outside.address, port: outside.port }];
    const { probes } = await discover(
      { 'https://autoconfig.corp.example/mail/config-v1.1.xml': { body: autoconfig } },
      'alice@corp.example',
      { compareDns },
      [a('mail.corp.example', '127.0.0.1')],
    );
    await outside.close();
    const view = probes.find(({ id }) => id === 'settings.split-horizon');
    expect(view).toMatchObject({ outcome: 'warned', problems: [{ code: 'settings.split-horizon' }] });
    expect(view?.problems[0]?.args).toMatchObject({ domain: 'corp.example', names: 'mail.corp.example' });
    expect(view?.problems[0]?.evidence).toEqual([
      'DNS given with --dns: mail.corp.example A 127.0.0.1',
      'DNS given with --compare-dns: mail.corp.example A 203.0.113.5',
    ]);
  });

  it('says that nothing is published where there are only guesses, and nobody is there', async () => {
    const { firstFailure } = await discover({}, 'alice@corp.example', {}, [a('mail.corp.example', '127.0.0.1')]);
    expect(firstFailure).toMatchObject({ probe: 'settings.ranking', code: 'settings.none-found' });
  });

  it('asks no web server of a public suffix', async () => {
    const place = 'https://autoconfig.co.uk/mail/config-v1.1.xml';
    await discover({ [place]: { body: autoconfig }, [poxUrl('autodiscover.co.uk')]: poxSettings(imap) }, 'alice@co.uk');
    expect(world.questions).toEqual([]);
  });

  it('does not follow a server out of the domain, and says what a person could approve', async () => {
    const { probes } = await discover({
      'https://autoconfig.corp.example/mail/config-v1.1.xml': {
        status: 302,
        headers: { location: 'https://x.provider.test/' },
      },
    });
    const problems = probes.filter(({ id }) => id === 'settings.autoconfig').flatMap((probe) => probe.problems);
    expect(problems).toMatchObject([
      { code: 'settings.redirect-refused', remedies: [{ option: 'approve-domain', value: 'x.provider.test' }] },
    ]);
  });

  it('says of each server why it was not reached, and which questions were put to whom', async () => {
    const { chain, probes } = await discover({
      'https://autoconfig.corp.example/mail/config-v1.1.xml': { body: autoconfig },
      [poxUrl('autodiscover.corp.example')]: { status: 404 },
    });
    expect(chain.settings?.servers[0]).toMatchObject({ verified: false, fault: { code: 'dns.no-such-name' } });
    const asked = probes.flatMap(({ exchanges }) => exchanges).map((exchange) => exchange.asked);
    expect(asked).toContain('GET https://autoconfig.corp.example/mail/config-v1.1.xml');
    expect(asked).toContain('GET http://autodiscover.corp.example/autodiscover/autodiscover.xml');
  });

  it('says which SRV records lead nowhere, and which lead to an alias', async () => {
    const { probes } = await discover({}, 'alice@corp.example', {}, [
      srv('_imaps._tcp.corp.example', 'imap.corp.example', 993),
      cname('imap.corp.example', 'mail.corp.example'),
      a('mail.corp.example', '127.0.0.1'),
      srv('_submissions._tcp.corp.example', '192.0.2.1', 465),
      srv('_pop3s._tcp.corp.example', '.', 0),
    ]);
    expect(probes.flatMap(({ problems }) => problems)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          code: 'settings.srv-useless',
          args: expect.objectContaining({ name: '_submissions._tcp.corp.example', target: '192.0.2.1' }),
        }),
        expect.objectContaining({
          code: 'settings.srv-alias',
          args: { name: '_imaps._tcp.corp.example', host: 'imap.corp.example', alias: 'mail.corp.example' },
        }),
      ]),
    );
  });

  it('is not broken by a source that cannot be heard, and says what is wrong with it', async () => {
    const { probes } = await discover({
      'https://autoconfig.corp.example/mail/config-v1.1.xml': { status: 500 },
    });
    expect(probes.find(({ id }) => id === 'settings.autoconfig')).toMatchObject({
      outcome: 'unknown',
      problems: [{ code: 'settings.http-status' }],
    });
  });

  it('does not warn on the terminal about the many servers that it tries', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => void warnings.push(warning);
    process.on('warning', note);
    await discover({}, 'alice@corp.example', {}, [
      a('mail.corp.example', '127.0.0.1'),
      a('imap.corp.example', '127.0.0.1'),
      a('smtp.corp.example', '127.0.0.1'),
      a('pop.corp.example', '127.0.0.1'),
    ]);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});
