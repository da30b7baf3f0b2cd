import { afterEach, describe, expect, it } from 'vitest';
import { askAutodiscover } from '../../../src/discovery/index.ts';
import { srv } from '../../fakes/dns-server.ts';
import { pox, poxSettings, poxUrl } from '../../fakes/pox.ts';
import { type Page, type WebWorld, webWorld } from '../../fakes/web-world.ts';

const own = poxUrl('autodiscover.corp.example');
const plain = own.replace('https:', 'http:');
const json = 'https://autodiscover.corp.example/autodiscover/autodiscover.json';

let world: WebWorld;

afterEach(() => world.stop());

async function ask(pages: Record<string, Page>, changes = {}, asked?: string) {
  world = await webWorld({ pages });
  return (await world.ask(askAutodiscover, changes, asked)).outcome;
}

const imap = `<Type>IMAP</Type><Server>imap.corp.example</Server><Port>993</Port><SSL>on</SSL><SPA>off</SPA>
  <LoginName>postmaster@corp.example</LoginName>`;
const redirectUrl = (url: string) => pox(`<Action>redirectUrl</Action><RedirectUrl>${url}</RedirectUrl>`);
const redirectAddr = (address: string) => pox(`<Action>redirectAddr</Action><RedirectAddr>${address}</RedirectAddr>`);

describe('Autodiscover', () => {
  it('asks both hosts of the domain by POX, and tells neither who asks', async () => {
    const outcome = await ask({ [own]: poxSettings(imap), [poxUrl('corp.example')]: poxSettings(imap) });
    const server = {
      service: 'imap',
      host: 'imap.corp.example',
      port: 993,
      authentication: ['password'],
      user: 'alice@corp.example',
    };
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: [
        { origin: own, trust: 'https', servers: [server] },
        { origin: poxUrl('corp.example'), trust: 'https', servers: [server] },
      ],
    });
    expect(JSON.stringify(world.questions)).not.toContain('alice');
    expect(world.questions.find(({ method }) => method === 'POST')?.body).toContain(
      '<EMailAddress>postmaster@corp.example<',
    );
  });

  it('tells the address where the person allows it, with whatever characters it has', async () => {
    await ask({ [own]: poxSettings(imap) }, { mayTellAddress: true }, 'a<&\'"@corp.example');
    expect(world.questions.find(({ url }) => url === own)?.body).toContain('>a&#60;&#38;&#39;&#34;@corp.example<');
  });

  it('has nothing where nobody serves it, or where it has nothing for the mailbox', async () => {
    expect(await ask({})).toEqual({ kind: 'passed', value: [] });
    await world.stop();
    const error =
      '<Autodiscover><Response><Error><ErrorCode>500</ErrorCode><Message>unknown</Message></Error></Response></Autodiscover>';
    expect(await ask({ [own]: { body: error } })).toEqual({ kind: 'passed', value: [] });
  });

  it('learns of Exchange from the JSON form, without a password', async () => {
    const body = JSON.stringify({ Protocol: 'EWS', Url: 'https://mail.corp.example/EWS/Exchange.asmx' });
    const outcome = await ask({ [json]: { body } });
    expect(outcome).toMatchObject({
      value: [
        {
          origin: json,
          servers: [
            { service: 'exchange', host: 'mail.corp.example', url: 'https://mail.corp.example/EWS/Exchange.asmx' },
          ],
        },
      ],
    });
    expect(world.questions.map(({ query }) => query)).toContain(
      '?Email=postmaster%40corp.example&Protocol=EWS&RedirectCount=1',
    );
  });

  it.each([
    ['no JSON', '<html>', 'settings.not-settings'],
    ['JSON without a URL', '{"__proto__": {"Url": "https://evil.example/"}}', 'settings.malformed'],
    ['a URL that is not https', '{"Url": "http://mail.corp.example/"}', 'settings.bad-section'],
  ])('does not believe an answer in JSON that is %s', async (_, body, code) => {
    expect(await ask({ [json]: { body } })).toMatchObject({ kind: 'failed', problem: { code } });
  });

  it('takes a refusal in JSON for "nothing here"', async () => {
    const body = '{"ErrorCode":"UserNotFound","ErrorMessage":"no"}';
    expect(await ask({ [json]: { status: 400, body } })).toEqual({ kind: 'passed', value: [] });
  });

  it('follows redirectUrl within the domain, and another mailbox of the same domain at the same place', async () => {
    const moved = poxUrl('ex2.corp.example');
    const outcome = await ask({
      [own]: redirectUrl(moved),
      [moved]: ({ body }) => (body.includes('box@') ? poxSettings(imap) : redirectAddr('box@corp.example')),
    });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ origin: moved }] });
  });

  it('follows redirectAddr to an approved domain, at the Autodiscover host of that domain', async () => {
    const there = poxUrl('autodiscover.mail.corp.example');
    const outcome = await ask({ [own]: redirectAddr('box@mail.corp.example'), [there]: poxSettings(imap) });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ origin: there }] });
  });

  it.each([
    ['redirectUrl to another domain', redirectUrl(poxUrl('autodiscover.evil.example')), 'it is in another domain'],
    ['redirectUrl to http', redirectUrl('http://ex2.corp.example/'), 'it is not https'],
    ['redirectUrl to an IP address', redirectUrl('https://127.0.0.1/'), 'it is an IP address'],
    ['redirectAddr to another domain', redirectAddr('box@evil.example'), 'it is in another domain'],
    ['redirectAddr to nobody', redirectAddr('box'), 'names no address'],
    [
      'a redirection of the server to another domain',
      { status: 302, headers: { location: 'https://evil.example/' } },
      'it is in another domain',
    ],
  ])('does not follow %s', async (_, page, reason) => {
    const outcome = await ask({ [own]: page });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'settings.redirect-refused' } });
    expect(JSON.stringify(outcome)).toContain(reason);
  });

  it.each([
    [
      'URLs in a circle',
      () => ({ [own]: redirectUrl(poxUrl('corp.example')), [poxUrl('corp.example')]: redirectUrl(own) }),
    ],
    [
      'addresses in a circle',
      () => ({
        [own]: (({ body }) => redirectAddr(body.includes('>a@') ? 'b@corp.example' : 'a@corp.example')) as Page,
      }),
    ],
    [
      'ever new addresses',
      () => {
        let n = 0;
        return { [own]: (() => redirectAddr(`a${n++}@corp.example`)) as Page };
      },
    ],
  ])('leaves a server alone that sends it on to %s', async (_, pages) => {
    const outcome = await ask(pages());
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'settings.redirect-loop' } });
    expect(world.questions.length).toBeLessThan(30);
  });

  it('uses of a plain web server only where it points to', async () => {
    const target = poxUrl('mail.corp.example');
    const outcome = await ask({
      [plain]: { status: 302, headers: { location: target }, body: '<Autodiscover/>' },
      [target]: poxSettings(imap),
    });
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ origin: target, trust: 'https' }] });
    const [asked] = world.questions.filter(({ url }) => url === plain);
    expect(asked).toMatchObject({ method: 'GET', query: '', body: '' });
  });

  it('does not believe settings that come over http', async () => {
    expect(await ask({ [plain]: poxSettings(imap) })).toEqual({ kind: 'passed', value: [] });
  });

  it('does not go where a captive portal points to', async () => {
    const outcome = await ask({
      [plain]: { status: 302, headers: { location: 'https://portal.hotel.example/login' } },
    });
    expect(outcome).toMatchObject({
      kind: 'failed',
      problem: {
        code: 'settings.redirect-refused',
        remedies: [{ option: 'approve-domain', value: 'portal.hotel.example' }],
      },
    });
    expect(world.questions.every(({ url }) => new URL(url).hostname.endsWith('corp.example'))).toBe(true);
  });

  it('asks the server that an SRV record names, at its port', async () => {
    const there = poxUrl('ex.corp.example');
    world = await webWorld({
      pages: { [there]: poxSettings(imap) },
      records: (port) => [srv('_autodiscover._tcp.corp.example', 'ex.corp.example', port)],
    });
    const { outcome } = await world.ask(askAutodiscover);
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ servers: [{ host: 'imap.corp.example' }] }] });
  });

  it.each([
    ['another domain', 'mail.provider.example', 443, 'settings.redirect-refused'],
    ['an IP address', '192.0.2.1', 443, null],
    ['no port', 'ex.corp.example', 0, null],
    ['"not offered"', '.', 443, null],
  ])('asks nobody where an SRV record names %s', async (_, target, port, code) => {
    world = await webWorld({ pages: {}, records: () => [srv('_autodiscover._tcp.corp.example', target, port)] });
    const { outcome } = await world.ask(askAutodiscover);
    if (code === null) expect(outcome).toEqual({ kind: 'passed', value: [] });
    else expect(outcome).toMatchObject({ kind: 'failed', problem: { code, args: { target } } });
    expect(world.questions).toEqual([]);
  });

  it('says that the server which an SRV record names does not exist', async () => {
    const records = () => [srv('_autodiscover._tcp.corp.example', 'gone.corp.example', 443)];
    world = await webWorld({ pages: {}, records });
    const { outcome } = await world.ask(askAutodiscover);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { args: { name: 'gone.corp.example' } } });
  });

  it('asks an approved server once, whoever else points there', async () => {
    world = await webWorld({
      pages: { [own]: poxSettings(imap), [plain]: { status: 302, headers: { location: own } } },
      records: () => [srv('_autodiscover._tcp.corp.example', 'autodiscover.corp.example', 443)],
    });
    const { outcome } = await world.ask(askAutodiscover);
    expect('value' in outcome && outcome.value).toHaveLength(1);
    expect(world.questions.filter(({ method }) => method === 'POST').filter(({ url }) => url === own)).toHaveLength(1);
  });

  it('asks nobody above the registrable domain, even where somebody approved the world', async () => {
    await ask(
      { [poxUrl('autodiscover.example')]: poxSettings(imap) },
      { isApproved: () => true },
      'alice@autodiscover.example',
    );
    expect(world.questions).toEqual([]);
    await world.stop();
    await ask(
      { [poxUrl('autodiscover.co.example')]: poxSettings(imap) },
      { isApproved: () => false },
      'alice@co.example',
    );
    expect(world.questions).toEqual([]);
  });
});
