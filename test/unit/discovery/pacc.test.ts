import { createHash } from 'node:crypto';
import type { Answer } from 'dns-packet';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { askPacc } from '../../../src/discovery/index.ts';
import { type WebReply, type WebWorld, webWorld } from '../../fakes/web-world.ts';

const place = 'https://ua-auto-config.corp.example/.well-known/user-agent-configuration.json';
const name = '_ua-auto-config.corp.example';

let world: WebWorld | null = null;

afterEach(async () => {
  await world?.stop();
  world = null;
});

const usual = {
  protocols: {
    imap: { host: 'imap.corp.example' },
    submit: { host: 'smtp.corp.example' },
    jmap: { url: 'https://jmap.corp.example/session' },
    'carrier-pigeon': { host: 'roof.corp.example' },
  },
  authentication: { password: true },
  info: { provider: { name: 'Corp Mail' }, help: { documentation: 'https://help.corp.example/' } },
};

function announcement(document: string): string {
  return `v=UAAC1; a=sha256; d=${createHash('sha256').update(document).digest('base64')}`;
}

function txt(...parts: string[]): Answer {
  return { type: 'TXT', name, data: parts.map((part) => Buffer.from(part)), ttl: 300 };
}

async function ask(document: unknown, records?: readonly Answer[], reply: WebReply = {}) {
  const body = typeof document === 'string' ? document : JSON.stringify(document, null, 2);
  world = await webWorld({
    pages: { [place]: { headers: { 'content-type': 'application/json' }, body, ...reply } },
    records: () => records ?? [txt(announcement(body))],
  });
  return (await world.ask(askPacc)).outcome;
}

describe('PACC', () => {
  it('finds servers on the ports of implicit TLS, with the address as the user name', async () => {
    const common = { security: 'implicit', authentication: ['password'], user: 'alice@corp.example' };
    expect(await ask(usual)).toEqual({
      kind: 'passed',
      value: [
        {
          origin: place,
          trust: 'https',
          provider: 'Corp Mail',
          servers: [
            { service: 'imap', host: 'imap.corp.example', port: 993, url: null, ...common },
            { service: 'submission', host: 'smtp.corp.example', port: 465, url: null, ...common },
            {
              service: 'jmap',
              host: 'jmap.corp.example',
              port: 443,
              url: 'https://jmap.corp.example/session',
              ...common,
            },
          ],
          documentation: [{ url: 'https://help.corp.example/', text: '' }],
        },
      ],
    });
    expect(JSON.stringify(world?.questions)).not.toContain('alice');
  });

  it('knows the name that submission had in earlier drafts', async () => {
    const outcome = await ask({ protocols: { smtp: { host: 'smtp.corp.example' } } });
    expect(outcome).toMatchObject({ value: [{ servers: [{ service: 'submission', authentication: [] }] }] });
  });

  it('says who issues OAuth 2 tokens, and whether passwords are taken beside them', async () => {
    const authentication = { 'oauth-public': { issuer: 'https://login.corp.example' }, password: false };
    const outcome = await ask({ ...usual, authentication });
    expect(outcome).toMatchObject({
      value: [{ issuer: 'https://login.corp.example', servers: [{ authentication: ['oauth2'] }, {}, {}] }],
    });
  });

  it('has nothing where there is no document, whatever DNS announces', async () => {
    expect(await ask(usual, undefined, { status: 404 })).toEqual({ kind: 'passed', value: [] });
  });

  it.each([
    ['of another document', [txt(announcement('something else'))]],
    ['that is cut', [txt(announcement(JSON.stringify(usual, null, 2)).slice(0, -4))]],
  ])('does not use a document with a digest %s', async (_, records) => {
    const outcome = await ask(usual, records);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: expect.stringMatching(/^settings\.digest-/) } });
  });

  it('says when the document is not the one that DNS announces', async () => {
    const outcome = await ask(usual, [txt(announcement('something else'))]);
    expect(outcome).toMatchObject({ problem: { code: 'settings.digest-mismatch', args: { url: place } } });
  });

  it.each([
    ['no record', []],
    ['records of other kinds', [txt('v=spf1 -all'), txt('v=UAAC2; a=sha256; d=x'), txt('')]],
    ['a digest of another kind', [txt('v=UAAC1; a=md5; d=1B2M2Y8AsgTpgAmY7PhCfg==')]],
  ])('does not use a document for which DNS has %s', async (_, records) => {
    const outcome = await ask(usual, records);
    expect(outcome).toMatchObject({ problem: { code: 'settings.digest-missing', args: { url: place, name } } });
  });

  it('takes any of several records, in any order of its parts, in pieces, with what later drafts add', async () => {
    const fits = announcement(JSON.stringify(usual, null, 2));
    const [v, a, d] = fits.split('; ') as [string, string, string];
    const outcome = await ask(usual, [txt(announcement('old')), txt(` ${d} ;${v};`, `z=new; ${a};`)]);
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ origin: place }] });
  });

  it('drops a bad section only, and names its line', async () => {
    const protocols = {
      ...usual.protocols,
      imap: { host: '192.0.2.1' },
      jmap: { url: 'http://jmap.corp.example/' },
      pop3: 7,
    };
    const outcome = await ask({ ...usual, protocols });
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [{ servers: [{ service: 'submission' }] }],
      problems: [
        { code: 'settings.bad-section', args: { line: 3, reason: expect.stringContaining('IP address') } },
        { code: 'settings.bad-section', args: { reason: 'pop3: it names no server' } },
        { code: 'settings.bad-section', args: { reason: expect.stringContaining('is not https') } },
      ],
    });
  });

  it.each([
    ['no JSON', '{'],
    ['JSON of another kind', '[]'],
    ['an array in place of an object', '{"protocols": []}'],
    ['100,000 levels', '['.repeat(100_000)],
    ['nothing', ''],
  ])('does not believe a document that is %s', async (_, document) => {
    expect(await ask(document)).toMatchObject({
      kind: 'failed',
      problem: { code: 'settings.malformed', args: { url: place } },
    });
  });

  it.each([
    '{"__proto__": {"protocols": {"imap": {"host": "evil.example"}}}}',
    '{"protocols": {"__proto__": {"imap": {"host": "evil.example"}}}}',
    '{"protocols": {"imap": {"__proto__": {"host": "evil.example"}}}}',
    '{"protocols": {"constructor": {"prototype": {"host": "evil.example"}}}}',
  ])('is not misled by %s', async (document) => {
    const outcome = await ask(document);
    expect(JSON.stringify(outcome)).not.toContain('evil.example');
    expect(Reflect.get({}, 'host')).toBeUndefined();
    expect(Reflect.get({}, 'protocols')).toBeUndefined();
  });

  it('trusts a document as much as signed DNS when DNSSEC vouches for its digest', async () => {
    world = await webWorld({ pages: { [place]: { body: JSON.stringify(usual) } } });
    const tools = world.tools();
    const records = [announcement(JSON.stringify(usual))];
    const signed = { kind: 'found', records, authenticated: true, server: '127.0.0.1:53' } as never;
    const resolver: typeof tools.resolver = {
      ...tools.resolver,
      ask: async (asked, type, step) => (type === 'TXT' ? signed : tools.resolver.ask(asked, type, step)),
    };
    const believed = await world.ask(askPacc, { resolver, validates: (server) => server === '127.0.0.1:53' });
    expect(believed.outcome).toMatchObject({ value: [{ trust: 'signed-dns' }] });
    const doubted = await world.ask(askPacc, { resolver, validates: () => false });
    expect(doubted.outcome).toMatchObject({ value: [{ trust: 'https' }] });
  });

  it('does not guess when DNS cannot be asked for the digest', async () => {
    world = await webWorld({ pages: { [place]: { body: JSON.stringify(usual) } } });
    const tools = world.tools();
    const broken = { kind: 'server-failure', rcode: 'SERVFAIL', evidence: [], server: null, duration: 1 } as never;
    const resolver: typeof tools.resolver = {
      ...tools.resolver,
      ask: async (asked, type, step) => (type === 'TXT' ? broken : tools.resolver.ask(asked, type, step)),
    };
    const { outcome } = await world.ask(askPacc, { resolver });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'dns.server-failure' } });
  });
});

describe('the digest', () => {
  it('is never misread, whatever a record says', async () => {
    const { digestFits } = await import('../../../src/discovery/sources/pacc/digest.ts');
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.uint8Array(), (records, bytes) => {
        expect(digestFits(Buffer.from(bytes), records)).not.toBe(true);
      }),
    );
  });
});
