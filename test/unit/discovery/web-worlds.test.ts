import { afterEach, describe, expect, it } from 'vitest';
import { askAutoconfig } from '../../../src/discovery/index.ts';
import { type Page, type WebWorld, webWorld } from '../../fakes/web-world.ts';

// Every way in which a web server can answer badly, seen by a source that asks it: none of them is believed, each is named.

const place = 'https://autoconfig.corp.example/mail/config-v1.1.xml';
const other = 'https://corp.example/.well-known/autoconfig/mail/config-v1.1.xml';
const login = '<!DOCTYPE html><html><title>Sign in to the guest network</title></html>';

let world: WebWorld;

afterEach(() => world.stop());

async function problemWith(page: Page, pages: Record<string, Page> = {}) {
  world = await webWorld({ pages: { [place]: page, ...pages } });
  const { outcome } = await world.ask(askAutoconfig);
  return outcome.kind === 'failed' ? outcome.problem : outcome;
}

const redirect = (location: string, status = 302): Page => ({ status, headers: { location } });

describe('a web server', () => {
  it.each([
    ['to http', 'http://autoconfig.corp.example/mail/config-v1.1.xml', 'it is not https'],
    ['to another domain', 'https://settings.evil.example/', 'it is in another domain'],
    ['to a name that only begins like ours', 'https://corp.example.evil.example/', 'it is in another domain'],
    ['to a name that only ends like ours', 'https://evilcorp.example/', 'it is in another domain'],
    ['to an IP address', 'https://127.0.0.1/', 'it is an IP address'],
    ['to an IPv6 address', 'https://[::1]/', 'it is an IP address'],
    ['to an IP address in one number', 'https://2130706433/', 'it is an IP address'],
    ['to a URL with a user name', 'https://alice@corp.example/', 'it holds a user name'],
    ['to something that is no web page', 'file:///etc/passwd', 'it is not https'],
    ['to nothing that can be understood', 'https://', 'names no address'],
  ])('that points %s is not followed', async (_, location, reason) => {
    const fault = await problemWith(redirect(location));
    expect(fault).toMatchObject({ code: 'settings.redirect-refused', args: { url: place, target: location } });
    expect(JSON.stringify(fault)).toContain(reason);
    expect(new Set(world.questions.map(({ url }) => url))).toEqual(new Set([place]));
  });

  it('that points to another domain can be followed once the person approves that domain', async () => {
    const fault = await problemWith(redirect('https://settings.provider.example/x'));
    expect(fault).toMatchObject({ remedies: [{ option: 'approve-domain', value: 'settings.provider.example' }] });
  });

  it.each([
    ['to itself', { [place]: redirect(place) }],
    ['in a circle', { [place]: redirect('https://a.corp.example/'), 'https://a.corp.example/': redirect(place) }],
  ])('that points %s is left alone', async (_, pages) => {
    world = await webWorld({ pages });
    const { outcome } = await world.ask(askAutoconfig);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'settings.redirect-loop' } });
    expect(world.questions).toHaveLength(Object.keys(pages).length);
  });

  it('that points to ever new places is left alone after a few', async () => {
    let count = 0;
    const next: Page = () => redirect(`https://autoconfig.corp.example/mail/config-v1.1.xml?${count++}`) as never;
    expect(await problemWith(next)).toMatchObject({ code: 'settings.redirect-loop' });
    expect(world.questions.length).toBeLessThan(10);
  });

  it.each(['wrong-name', 'untrusted-issuer', 'expired', 'not-yet-valid'] as const)(
    'with a certificate that is bad (%s) is asked nothing',
    async (kind) => {
      world = await webWorld({ pages: { [place]: {} }, certificates: { 'autoconfig.corp.example': kind } });
      const { outcome } = await world.ask(askAutoconfig);
      const code = { 'wrong-name': 'tls.name-mismatch', expired: 'tls.expired' }[kind as string] ?? `tls.${kind}`;
      expect(outcome).toMatchObject({ kind: 'failed', problem: { code } });
      expect(world.questions).toEqual([]);
    },
  );

  it.each([
    ['as what it is', { 'content-type': 'text/html; charset=utf-8' }],
    ['as XML', { 'content-type': 'text/xml' }],
    ['without a word', {}],
  ])('that answers everything with a login page, labelled %s, has no settings', async (_, headers) => {
    expect(await problemWith({ headers, body: login })).toMatchObject({
      code: 'settings.not-settings',
      args: { url: place },
    });
  });

  it('of a captive portal, which cannot prove the name, is asked nothing', async () => {
    const portal = { [place]: { body: login }, [other]: { body: login } };
    world = await webWorld({
      pages: portal,
      certificates: { 'autoconfig.corp.example': 'wrong-name', 'corp.example': 'wrong-name' },
    });
    const { outcome } = await world.ask(askAutoconfig);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'tls.name-mismatch' } });
    expect(outcome).toMatchObject({
      problem: { evidence: expect.arrayContaining([expect.stringContaining('tls.name-mismatch')]) },
    });
    expect(world.questions).toEqual([]);
  });

  it('that sends a body without end is cut off at once, however it began', async () => {
    const endless: Page = (_, response) => {
      const chunk = Buffer.alloc(64 * 1_024, '<a>');
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
      return undefined;
    };
    expect(await problemWith(endless)).toMatchObject({ code: 'settings.too-large', args: { limit: '256 KiB' } });
    await world.quiet();
  });

  it('that announces more than anybody reads is not waited for', async () => {
    const page: Page = {
      headers: { 'content-length': String(100 * 1_024 ** 2) },
      body: Buffer.alloc(1_024 ** 2),
    };
    expect(await problemWith(page)).toMatchObject({ code: 'settings.too-large' });
    await world.quiet();
  });

  it('that answers after the deadline is not waited for, and no connection stays', async () => {
    let asked: () => void;
    const moment = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const silent: Page = () => void asked();
    world = await webWorld({ pages: { [place]: silent } });
    expect(await world.askUntil(askAutoconfig, moment)).toMatchObject({
      kind: 'failed',
      problem: { code: 'net.timeout' },
    });
    await world.quiet();
  });

  it('that drips its answer is not waited for either', async () => {
    let dripped: () => void;
    const moment = new Promise<void>((resolve) => {
      dripped = resolve;
    });
    const dripping: Page = (_, response) => {
      let drops = 0;
      const timer = setInterval(() => {
        response.write('<');
        drops += 1;
        if (drops === 3) dripped();
      }, 1);
      response.on('close', () => clearInterval(timer));
      return undefined;
    };
    world = await webWorld({ pages: { [place]: dripping } });
    expect(await world.askUntil(askAutoconfig, moment)).toMatchObject({
      kind: 'failed',
      problem: { code: 'net.timeout' },
    });
    await world.quiet();
  });

  it('that hangs up in the middle of its answer has said nothing', async () => {
    const page: Page = (_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('<clientConfig>', () => response.destroy());
      return undefined;
    };
    expect(await problemWith(page)).toMatchObject({ code: expect.stringMatching(/^net\./) });
  });

  it.each([401, 403, 500, 503])(
    'that answers with status %i has no settings, and is said to have answered so',
    async (status) => {
      expect(await problemWith({ status })).toMatchObject({ code: 'settings.http-status', args: { status } });
    },
  );

  it('that does not exist, or at which nobody listens, is no problem', async () => {
    world = await webWorld({ pages: {} });
    expect((await world.ask(askAutoconfig)).outcome).toEqual({ kind: 'passed', value: [] });
  });

  it('that points to a host which does not exist is at fault', async () => {
    const fault = await problemWith(redirect('https://gone.corp.example/'));
    expect(fault).toMatchObject({ code: 'dns.no-such-name', args: { name: 'gone.corp.example' } });
  });

  it('that answers badly does not keep another place from being heard', async () => {
    const good = `<clientConfig version="1.1"><emailProvider id="x"><incomingServer type="imap"><hostname>mail.corp.example</hostname>
      <port>993</port><socketType>SSL</socketType></incomingServer></emailProvider></clientConfig>`;
    world = await webWorld({ pages: { [place]: { status: 500 }, [other]: { body: good } } });
    const { outcome } = await world.ask(askAutoconfig);
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [{ origin: other }],
      problems: [{ code: 'settings.http-status' }],
    });
  });

  it('gets no cookie back, is not asked to compress, and learns nothing but the program’s name', async () => {
    await problemWith({
      status: 302,
      headers: { location: 'https://autoconfig.corp.example/next', 'set-cookie': 'a=b' },
    });
    expect(world.questions.map(({ headers }) => Object.keys(headers).sort())).toEqual(
      world.questions.map(() => ['accept-encoding', 'connection', 'host', 'user-agent']),
    );
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE clientConfig SYSTEM "https://evil.example/x.dtd"><clientConfig/>', 'DOCTYPE'],
    [
      'an entity bomb',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><clientConfig>&b;</clientConfig>',
      'DOCTYPE',
    ],
    ['an entity that it does not declare', '<clientConfig>&bomb;</clientConfig>', 'ntity'],
    ['100,000 levels', '<a>'.repeat(80_000), 'levels'],
    ['another root', '<Autodiscover/>', 'clientConfig'],
    ['tags that do not match', '<clientConfig><emailProvider></clientConfig>', 'close tag'],
    ['bytes that are no UTF-8', Buffer.from([0x3c, 0x61, 0xff, 0xfe]), 'UTF-8'],
    ['nothing', '', 'empty'],
  ])('that sends XML with %s is not believed', async (_, body, reason) => {
    const fault = await problemWith({ headers: { 'content-type': 'text/xml' }, body });
    expect(fault).toMatchObject({
      code: 'settings.malformed',
      args: { url: place, reason: expect.stringContaining(reason) },
    });
  });
});
