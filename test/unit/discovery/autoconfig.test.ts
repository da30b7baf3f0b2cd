import { afterEach, describe, expect, it } from 'vitest';
import { askAutoconfig } from '../../../src/discovery/index.ts';
import { type Page, type WebWorld, webWorld } from '../../fakes/web-world.ts';

const place = 'https://autoconfig.corp.example/mail/config-v1.1.xml';
const wellKnown = 'https://corp.example/.well-known/autoconfig/mail/config-v1.1.xml';
const plain = 'http://autoconfig.corp.example/mail/config-v1.1.xml';

let world: WebWorld;

afterEach(() => world.stop());

async function ask(pages: Record<string, Page>, changes = {}, asked?: string) {
  world = await webWorld({ pages });
  return (await world.ask(askAutoconfig, changes, asked)).outcome;
}

function overHttp() {
  return world.questions.filter(({ url }) => url.startsWith('http:'));
}

function incoming(parts: Record<string, string> = {}, more = '', type = 'imap') {
  const all = { hostname: 'mail.corp.example', port: '993', socketType: 'SSL', username: '%EMAILADDRESS%', ...parts };
  const elements = Object.entries(all).map(([name, text]) => `<${name}>${text}</${name}>`);
  return `<incomingServer type="${type}">${elements.join('')}${more}</incomingServer>`;
}

const outgoing = `<outgoingServer type="smtp"><hostname>smtp.corp.example</hostname><port>587</port>
  <socketType>STARTTLS</socketType><username>%EMAILLOCALPART%</username>
  <authentication>password-cleartext</authentication></outgoingServer>`;

function config(sections: string, outside = '') {
  return `<?xml version="1.0" encoding="UTF-8"?>
<clientConfig version="1.1"><emailProvider id="corp.example"><displayName>Corp Mail</displayName>
${sections}
</emailProvider>${outside}</clientConfig>`;
}

const xml = (body: string): Page => ({ headers: { 'content-type': 'text/xml' }, body });

describe('autoconfig', () => {
  it('finds servers in the order of the file, with user names filled in', async () => {
    const outcome = await ask({ [place]: xml(config(incoming() + outgoing)) });
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: [
        {
          origin: place,
          trust: 'https',
          provider: 'Corp Mail',
          servers: [
            { service: 'imap', host: 'mail.corp.example', port: 993, security: 'implicit', user: 'alice@corp.example' },
            {
              service: 'submission',
              host: 'smtp.corp.example',
              port: 587,
              security: 'starttls',
              user: 'alice',
              authentication: ['password'],
            },
          ],
        },
      ],
    });
  });

  it('asks both places, and keeps what each of them says', async () => {
    const outcome = await ask({ [place]: xml(config(incoming())), [wellKnown]: xml(config(outgoing)) });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ origin: place }, { origin: wellKnown }] });
  });

  it('has nothing where neither place has a file', async () => {
    expect(await ask({ 'https://corp.example/': {} })).toEqual({ kind: 'passed', value: [] });
  });

  it('fills in every placeholder, wherever it stands', async () => {
    const section = incoming({
      hostname: '%EMAILLOCALPART%.%EMAILDOMAIN%',
      username: '%EMAILLOCALPART%+%EMAILDOMAIN%',
    });
    const outcome = await ask({ [place]: xml(config(section)) });
    expect(outcome).toMatchObject({
      value: [{ servers: [{ host: 'alice.corp.example', user: 'alice+corp.example' }] }],
    });
  });

  it('keeps several ways to sign in in their order, and says who issues OAuth 2 tokens', async () => {
    const ways =
      '<authentication>OAuth2</authentication><authentication>X-NEW</authentication><authentication>GSSAPI</authentication><authentication>password-cleartext</authentication>';
    const oauth2 = '<oAuth2><issuer>login.corp.example</issuer><scope>mail</scope></oAuth2>';
    const outcome = await ask({ [place]: xml(config(incoming({}, ways), oauth2)) });
    expect(outcome).toMatchObject({
      value: [{ issuer: 'login.corp.example', servers: [{ authentication: ['oauth2', 'kerberos', 'password'] }] }],
    });
  });

  it('keeps pages for people, in English where there is a choice, and no links that are not for a browser', async () => {
    const pages = `<documentation url="https://help.corp.example/imap"><descr lang="de">Hilfe</descr><descr lang="en">Help</descr></documentation>
      <documentation url="javascript:alert(1)"><descr>Evil</descr></documentation>`;
    const outcome = await ask({ [place]: xml(config(incoming() + pages)) });
    expect(outcome).toMatchObject({
      value: [{ documentation: [{ url: 'https://help.corp.example/imap', text: 'Help' }] }],
    });
  });

  it('leaves out an outgoing server that is not to be added', async () => {
    const section = outgoing.replace('</outgoingServer>', '<addThisServer>false</addThisServer></outgoingServer>');
    const outcome = await ask({ [place]: xml(config(incoming() + section)) });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ servers: [{ service: 'imap' }] }] });
  });

  it('knows JMAP and Exchange by their URLs, and passes over services that it does not know', async () => {
    const section = (type: string, url: string) => `<incomingServer type="${type}"><url>${url}</url></incomingServer>`;
    const sections = section('jmap', 'https://jmap.corp.example/session') + section('carrier-pigeon', '');
    const outcome = await ask({ [place]: xml(config(sections)) });
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: [
        {
          servers: [
            { service: 'jmap', host: 'jmap.corp.example', port: 443, url: 'https://jmap.corp.example/session' },
          ],
        },
      ],
    });
  });

  it.each([
    ['basic', 'password'],
    ['digest', 'encrypted-password'],
    ['SCRAM-SHA-256-PLUS', 'encrypted-password'],
    ['CRAM-MD5', 'encrypted-password'],
    ['LOGIN', 'password'],
    ['OAUTHBEARER', 'oauth2'],
    ['EXTERNAL', 'certificate'],
  ])('knows the way to sign in %s of the draft', async (name, known) => {
    const ways = `<authentication system="sasl">${name}</authentication>`;
    expect(await ask({ [place]: xml(config(incoming({}, ways))) })).toMatchObject({
      kind: 'passed',
      value: [{ servers: [{ authentication: [known] }] }],
    });
  });

  it('knows the web services of Exchange, and its ActiveSync as something that is not set up', async () => {
    const section = (type: string) =>
      `<incomingServer type="${type}"><url>https://ex.corp.example/${type}</url><authentication>basic</authentication></incomingServer>`;
    expect(await ask({ [place]: xml(config(section('ews') + section('activeSync') + outgoing)) })).toMatchObject({
      kind: 'passed',
      value: [{ servers: [{ service: 'exchange', url: 'https://ex.corp.example/ews' }, { service: 'submission' }] }],
    });
  });

  it('fills in the placeholders of whoever issues OAuth 2 tokens, too', async () => {
    const oauth2 = '<oAuth2><issuer>login.%EMAILDOMAIN%</issuer></oAuth2>';
    expect(await ask({ [place]: xml(config(incoming(), oauth2)) })).toMatchObject({
      value: [{ issuer: 'login.corp.example' }],
    });
  });

  it.each([
    ['nothing', ''],
    ['only services that are not set up', incoming({}, '', 'carrier-pigeon')],
  ])('is said to name no mail server where it holds %s', async (_, sections) => {
    expect(await ask({ [place]: xml(config(sections)) })).toMatchObject({
      kind: 'warned',
      problems: [{ code: 'settings.no-servers', args: { url: place } }],
    });
  });

  it('keeps servers of other domains: whether they are approved is judged later', async () => {
    const outcome = await ask({ [place]: xml(config(incoming({ hostname: 'imap.provider.example' }))) });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ servers: [{ host: 'imap.provider.example' }] }] });
  });

  it.each([
    ['a port that is none', { port: '99999' }, '"99999" is no port'],
    ['an IP address', { hostname: '192.0.2.1' }, 'IP address'],
    ['a short name', { hostname: 'mail' }, 'not a full one'],
    ['no name at all', { hostname: '' }, 'names no server'],
    ['a kind of TLS that is not known', { socketType: 'QUIC' }, '"QUIC" is not known'],
  ])('drops a section with %s, and that section only, and names its line', async (_, parts, reason) => {
    const outcome = await ask({ [place]: xml(config(`\n${incoming(parts)}\n${outgoing}`)) });
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [{ servers: [{ service: 'submission' }] }],
      problems: [{ code: 'settings.bad-section', args: { url: place, line: 4 } }],
    });
    expect(JSON.stringify(outcome)).toContain(JSON.stringify(reason).slice(1, -1));
  });

  it('drops a section none of whose ways to sign in is known', async () => {
    const outcome = await ask({
      [place]: xml(config(incoming({}, '<authentication>telepathy</authentication>') + outgoing)),
    });
    expect(outcome).toMatchObject({
      problems: [{ code: 'settings.bad-section', args: { reason: expect.stringContaining('telepathy') } }],
    });
  });

  it('reads no more servers than anybody has', async () => {
    const outcome = await ask({ [place]: xml(config(incoming().repeat(200))) });
    expect(outcome).toMatchObject({ kind: 'warned', problems: [{ args: { reason: 'more than 40 servers' } }] });
    expect('value' in outcome && outcome.value[0]?.servers).toHaveLength(40);
  });

  it('sends no address, unless the person allows it', async () => {
    await ask({ [place]: xml(config(incoming())) });
    expect(JSON.stringify(world.questions)).not.toContain('alice');
    await world.stop();
    await ask({ [place]: xml(config(incoming())) }, { mayTellAddress: true });
    expect(world.questions.map(({ query }) => query)).toContain('?emailaddress=alice%40corp.example');
  });

  it('asks nobody over http, unless a policy allows it; then it tells no address and is not trusted', async () => {
    await ask({ [plain]: xml(config(incoming())) });
    expect(overHttp()).toEqual([]);
    await world.stop();
    const outcome = await ask({ [plain]: xml(config(incoming())) }, { plainHttp: true, mayTellAddress: true });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ origin: plain, trust: 'http' }] });
    expect(JSON.stringify(overHttp())).not.toContain('alice');
  });

  it('trusts nothing that http has led to, even where it is proved', async () => {
    const outcome = await ask(
      {
        [plain]: { status: 302, headers: { location: 'https://old.corp.example/config' } },
        'https://old.corp.example/config': xml(config(incoming())),
      },
      { plainHttp: true },
    );
    expect(outcome).toMatchObject({ value: [{ origin: 'https://old.corp.example/config', trust: 'http' }] });
  });

  it('works for a domain alone, with what needs an address left open', async () => {
    const outcome = await ask({ [place]: xml(config(incoming())) }, {}, 'corp.example');
    expect(outcome).toMatchObject({ value: [{ servers: [{ user: '%EMAILADDRESS%' }] }] });
  });

  it('asks nobody in a domain that nobody approved, such as a public suffix', async () => {
    const outcome = await ask({ [place]: xml(config(incoming())) }, { isApproved: () => false });
    expect(outcome).toEqual({ kind: 'passed', value: [] });
    expect(world.questions).toEqual([]);
  });
});
