import { type Answer, AUTHENTIC_DATA } from 'dns-packet';
import { afterEach, describe, expect, it } from 'vitest';
import { hasValue } from '../../../src/core/index.ts';
import { askCommonNames, askDns, askProviders, type Source, type SourceTools } from '../../../src/discovery/index.ts';
import { resolverOf } from '../../fakes/dns-resolver.ts';
import { a, type FakeDnsServer, type FakeHandler, fakeDnsServer, mx, reply, srv } from '../../fakes/dns-server.ts';
import { type Page, type WebWorld, webWorld } from '../../fakes/web-world.ts';

let world: WebWorld;
const servers: FakeDnsServer[] = [];

afterEach(async () => {
  await world.stop();
  for (const server of servers.splice(0)) await server.close();
});

/** Asks a source for alice@corp.example in a world of these records. */
async function ask(source: Source, records: readonly Answer[], asked?: string) {
  world = await webWorld({ pages: {}, records: () => records });
  const { outcome } = await world.ask(source, {}, asked);
  return outcome;
}

/** Asks the SRV records of a DNS server that does what it wants. */
async function askServer(handler: FakeHandler, changes: Partial<SourceTools> = {}) {
  world = await webWorld({ pages: {} });
  const server = await fakeDnsServer(handler);
  servers.push(server);
  return (await world.ask(askDns, { resolver: resolverOf([server]), ...changes })).outcome;
}

async function hostsIn(records: readonly Answer[]): Promise<string[]> {
  const outcome = await ask(askDns, records);
  if (!hasValue(outcome)) throw new Error(outcome.kind);
  return outcome.value.flatMap((found) => found.servers.map(({ service, host, port }) => `${service} ${host}:${port}`));
}

const imaps = '_imaps._tcp.corp.example';

describe('the SRV records of a mail domain', () => {
  it('name servers in the order of RFC 2782, with the kind of TLS of their service', async () => {
    const records = [
      srv(imaps, 'second.corp.example', 993, 20),
      srv(imaps, 'first.corp.example', 993, 10),
      srv('_submission._tcp.corp.example', 'smtp.corp.example', 587),
      srv('_jmap._tcp.corp.example', 'jmap.corp.example', 8443),
    ];
    const outcome = await ask(askDns, records);
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: [
        { origin: '_submission._tcp.corp.example', trust: 'dns', servers: [{ security: 'starttls', port: 587 }] },
        { origin: imaps, servers: [{ host: 'first.corp.example' }, { host: 'second.corp.example' }] },
        { servers: [{ service: 'jmap', url: 'https://jmap.corp.example:8443/.well-known/jmap' }] },
      ],
    });
  });

  it('say with a dot that a service is not offered, which is an answer', async () => {
    expect(await ask(askDns, [srv(imaps, '.', 0)])).toMatchObject({
      kind: 'passed',
      value: [{ origin: imaps, servers: [] }],
    });
  });

  it.each([
    ['port 0', srv(imaps, 'mail.corp.example', 0)],
    ['an IPv4 address', srv(imaps, '10.0.0.1', 993)],
    ['a name of one label', srv(imaps, 'mail', 993)],
  ])('with %s name nobody, and cost the others nothing', async (_, bad) => {
    expect(await hostsIn([bad])).toEqual([]);
    await world.stop();
    expect(await hostsIn([bad, srv(imaps, 'good.corp.example', 993)])).toEqual(['imap good.corp.example:993']);
  });

  it('may name servers of other domains, which have to be approved before they get a password', async () => {
    expect(await hostsIn([srv(imaps, 'imap.hoster.test', 993)])).toEqual(['imap imap.hoster.test:993']);
  });

  const signed: FakeHandler = (query) => [
    reply(query, {
      flags: AUTHENTIC_DATA,
      answers: query.name === imaps ? [srv(imaps, 'mail.corp.example', 993)] : [],
    }),
  ];

  it('that DNSSEC vouches for are worth more, when a resolver says so that is trusted for it', async () => {
    expect(await askServer(signed, { validates: () => true })).toMatchObject({ value: [{ trust: 'signed-dns' }] });
    await world.stop();
    expect(await askServer(signed, { validates: () => false })).toMatchObject({ value: [{ trust: 'dns' }] });
  });

  it('are not known when the server fails, which is said', async () => {
    expect(await askServer((query) => [reply(query, { rcode: 2 })])).toMatchObject({
      kind: 'failed',
      problem: { code: 'dns.server-failure' },
    });
  });
});

describe('what the program knows of providers', () => {
  it('is found by the mail domain, without asking anybody', async () => {
    const outcome = await ask(askProviders, [], 'alice@gmail.com');
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ trust: 'shipped' }] });
    expect(world.dns.queries).toEqual([]);
  });

  it('is a hint when the domain’s mail goes to one of them', async () => {
    const records = [mx('corp.example', 20, 'other.test'), mx('corp.example', 10, 'aspmx.l.google.com')];
    expect(await ask(askProviders, records)).toMatchObject({ kind: 'passed', value: [{ trust: 'dns' }] });
  });

  it('is nothing for a gateway that only ends like one of a provider', async () => {
    expect(await ask(askProviders, [mx('corp.example', 10, 'evilgoogle.com')])).toEqual({ kind: 'passed', value: [] });
  });

  it('names a filtering service, and takes it for no mailbox', async () => {
    expect(await ask(askProviders, [mx('corp.example', 10, 'a.b.pphosted.com')])).toMatchObject({
      kind: 'warned',
      value: [],
      problems: [{ code: 'settings.mx-is-filter', args: { host: 'a.b.pphosted.com' } }],
    });
  });
});

describe('the organisation whose gateway takes a domain’s mail', () => {
  const file = (host: string) => ({
    headers: { 'content-type': 'text/xml' },
    body: `<clientConfig version="1.1"><emailProvider id="hoster.test"><displayName>Hoster</displayName>
      <incomingServer type="imap"><hostname>${host}</hostname><port>993</port><socketType>SSL</socketType>
      <username>%EMAILLOCALPART%@%EMAILDOMAIN%</username></incomingServer></emailProvider></clientConfig>`,
  });
  const ofHoster = 'https://autoconfig.hoster.test/mail/config-v1.1.xml';
  const askWith = async (pages: Record<string, Page>, records: readonly Answer[], changes = {}) => {
    world = await webWorld({ pages, records: () => records });
    return (await world.ask(askProviders, changes)).outcome;
  };

  it('is asked for its settings, which are a hint only, and filled in for the person', async () => {
    const outcome = await askWith({ [ofHoster]: file('imap.hoster.test') }, [mx('corp.example', 10, 'mx.hoster.test')]);
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: [
        {
          origin: `corp.example MX mx.hoster.test, ${ofHoster}`,
          trust: 'dns',
          provider: 'Hoster',
          servers: [{ host: 'imap.hoster.test', user: 'alice@corp.example' }],
        },
      ],
    });
  });

  it('is not told who asks, even where approved hosts are', async () => {
    await askWith({ [ofHoster]: file('imap.hoster.test') }, [mx('corp.example', 10, 'mx.hoster.test')], {
      mayTellAddress: true,
    });
    expect(world.questions.length).toBeGreaterThan(0);
    expect(JSON.stringify([world.questions, world.dns.queries])).not.toContain('alice');
  });

  it('can be one of its parts, whose settings come first', async () => {
    const ofPart = 'https://autoconfig.eu.hoster.test/mail/config-v1.1.xml';
    const pages = { [ofHoster]: file('imap.hoster.test'), [ofPart]: file('imap.eu.hoster.test') };
    expect(await askWith(pages, [mx('corp.example', 10, 'mx.eu.hoster.test')])).toMatchObject({
      value: [{ servers: [{ host: 'imap.eu.hoster.test' }] }],
    });
  });

  it('may publish SRV records only', async () => {
    const records = [mx('corp.example', 10, 'mx.hoster.test'), srv('_imaps._tcp.hoster.test', 'imap.hoster.test', 993)];
    expect(await askWith({}, records, { validates: () => true })).toMatchObject({
      kind: 'passed',
      value: [{ trust: 'dns', servers: [{ service: 'imap', host: 'imap.hoster.test', user: null }] }],
    });
  });

  it('leads to no host of a third one, and what its web server answers is no fault of the mail domain', async () => {
    const pages = { [ofHoster]: { status: 302, headers: { location: 'https://third.test/config' } } };
    expect(await askWith(pages, [mx('corp.example', 10, 'mx.hoster.test')])).toEqual({ kind: 'passed', value: [] });
    expect(world.questions.map(({ url }) => url)).toEqual([ofHoster]);
  });

  it.each([
    ['the mail domain itself', 'corp.example', (host: string) => host],
    ['a public suffix', 'mx.example', () => null],
  ])('is asked nothing where it is %s', async (_, gateway, organisationOf) => {
    expect(await askWith({}, [mx('corp.example', 10, gateway)], { organisationOf })).toEqual({
      kind: 'passed',
      value: [],
    });
    expect(world.dns.queries.map(({ type }) => type)).toEqual(['MX']);
  });
});

describe('the names that many servers have', () => {
  it('are guesses where they exist, the name that was typed among them', async () => {
    const records = [a('imap.corp.example', '127.0.0.1'), a('post.corp.example', '127.0.0.1')];
    expect(await ask(askCommonNames('post'), records)).toMatchObject({
      kind: 'passed',
      value: [
        { origin: 'imap.corp.example', trust: 'guess', servers: [{ port: 993 }, { port: 143 }] },
        { origin: 'post.corp.example', trust: 'guess' },
      ],
    });
  });

  it('are also those that the typed name may stand for by the search list', async () => {
    const records = [a('post.corp.example', '127.0.0.1'), a('post.office.example', '127.0.0.1')];
    world = await webWorld({ pages: {}, records: () => records });
    const { outcome } = await world.ask(askCommonNames('post'), { suffixes: ['office.example', 'corp.example'] });
    expect(outcome).toMatchObject({ value: [{ origin: 'post.corp.example' }, { origin: 'post.office.example' }] });
  });

  it('are not known where DNS cannot be asked, which is said', async () => {
    world = await webWorld({ pages: {} });
    const server = await fakeDnsServer((query) => [reply(query, { rcode: 2 })]);
    servers.push(server);
    const { outcome } = await world.ask(askCommonNames(null), { resolver: resolverOf([server]) });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'dns.server-failure' } });
  });

  it('are none where nothing has them', async () => {
    expect(await ask(askCommonNames(null), [])).toEqual({ kind: 'passed', value: [] });
  });
});
