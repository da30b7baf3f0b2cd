import { afterEach, describe, expect, it } from 'vitest';
import { err, ok, type Problem, type Result } from '../../../src/core/index.ts';
import type { PointerTarget, ServicePoint } from '../../../src/directory/index.ts';
import type { SourceTools } from '../../../src/discovery/index.ts';
import { askServicePoints } from '../../../src/discovery/sources/directory/service-points.ts';
import { problem } from '../../../src/problems/index.ts';
import { poxSettings, poxUrl } from '../../fakes/pox.ts';
import { type Page, type WebWorld, webWorld } from '../../fakes/web-world.ts';

let world: WebWorld;

afterEach(() => world.stop());

const imap = poxSettings('<Type>IMAP</Type><Server>imap.corp.example</Server><Port>993</Port>');
const challenge = { status: 401, headers: { 'www-authenticate': 'Negotiate' } };

const point = (dn: string, url: string, domains: readonly string[] = []): ServicePoint => ({
  dn,
  kind: /^ldap/i.test(url) ? 'pointer' : 'url',
  url,
  sites: [],
  domains,
});

type Directories = Readonly<Record<string, readonly ServicePoint[] | Problem>>;

/** Directories by name, `own` being that of the person. */
async function ask(directories: Directories, pages: Record<string, Page> = {}, tools: Partial<SourceTools> = {}) {
  world = await webWorld({ pages });
  const read: string[] = [];
  const from = async ({ host, base }: PointerTarget): Promise<Result<readonly ServicePoint[], Problem>> => {
    const name = [host ?? 'own', ...(base === null ? [] : [base])].join(' ');
    read.push(name);
    const points = directories[name] ?? [];
    return 'code' in points ? err(points) : ok(points);
  };
  const pointed = { isOwn: (host: string) => /^(.*\.)?ad\.corp\.example$/.test(host), read: from };
  const { outcome } = await world.ask(
    (question, given, step) => askServicePoints(pointed, question, given, step),
    tools,
  );
  return { outcome, read, asked: [...new Set(world.questions.map(({ url }) => new URL(url).hostname))] };
}

const ex = (n: number) => poxUrl(`ex${n}.corp.example`);

describe('the Autodiscover services that a directory names', () => {
  it('are asked in its order until one answers, which is the directory’s word', async () => {
    const { outcome, asked } = await ask(
      { own: [point('CN=1', ex(1)), point('CN=2', ex(2)), point('CN=3', ex(3))] },
      { [ex(1)]: { status: 404 }, [ex(2)]: imap, [ex(3)]: imap },
    );
    expect(outcome).toMatchObject({
      kind: 'passed',
      value: [{ origin: 'CN=2', trust: 'directory', servers: [{ service: 'imap', host: 'imap.corp.example' }] }],
    });
    expect(asked).toEqual(['ex1.corp.example', 'ex2.corp.example']);
  });

  it('are found in their JSON form, too, at the port that they have', async () => {
    const json = { body: JSON.stringify({ Url: 'https://ex1.corp.example/EWS/Exchange.asmx' }) };
    const { outcome } = await ask(
      { own: [point('CN=1', ex(1))] },
      { [ex(1)]: challenge, 'https://ex1.corp.example/autodiscover/autodiscover.json': json },
    );
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [{ servers: [{ service: 'exchange', url: 'https://ex1.corp.example/EWS/Exchange.asmx' }] }],
      problems: [{ code: 'settings.sign-in-needed' }],
    });
  });

  it('that want a sign-in first are told as the services that they are', async () => {
    const { outcome } = await ask({ own: [point('CN=1', ex(1))] }, { [ex(1)]: challenge });
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [{ origin: 'CN=1', servers: [{ service: 'exchange', host: 'ex1.corp.example', url: ex(1) }] }],
      problems: [{ code: 'settings.sign-in-needed' }],
    });
  });

  it('outside the approved domains are not asked, and could be approved', async () => {
    const { outcome, asked } = await ask(
      { own: [point('CN=1', poxUrl('mail.partner.example'))] },
      { [poxUrl('mail.partner.example')]: imap },
    );
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [],
      problems: [
        {
          code: 'settings.redirect-refused',
          args: { url: 'CN=1' },
          remedies: [{ option: 'approve-domain', value: 'mail.partner.example' }],
        },
      ],
    });
    expect(asked).toEqual([]);
  });

  it.each(['http://ex1.corp.example/', 'https://10.0.0.1/', 'ex1', 'https://alice@ex1.corp.example/'])(
    'are not asked at %s',
    async (url) => {
      const { outcome } = await ask({ own: [point('CN=1', url)] }, { [ex(1)]: imap });
      expect(outcome).toMatchObject({ kind: 'warned', problems: [{ code: 'settings.redirect-refused' }] });
      expect(world.questions).toEqual([]);
    },
  );

  it('that are gone are at fault, and the next one is asked', async () => {
    const { outcome } = await ask({ own: [point('CN=1', ex(1)), point('CN=2', ex(2))] }, { [ex(2)]: imap });
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [{ origin: 'CN=2' }],
      problems: [{ code: 'dns.no-such-name' }],
    });
  });

  it('cannot be told when the directory does not answer', async () => {
    const fault = problem('net.timeout', { host: 'dc1', port: 636 });
    expect((await ask({ own: fault })).outcome).toMatchObject({ kind: 'failed', problem: { code: 'net.timeout' } });
  });
});

describe('a pointer in a directory', () => {
  it('inside the approved domains leads to another one', async () => {
    const { outcome, read } = await ask(
      { own: [point('CN=P', 'LDAP://res.corp.example')], 'res.corp.example': [point('CN=1', ex(1))] },
      { [ex(1)]: imap },
    );
    expect(outcome).toMatchObject({ kind: 'passed', value: [{ origin: 'CN=1' }] });
    expect(read).toEqual(['own', 'res.corp.example']);
  });

  it('into the person’s own forest, or without a host, stays in the session that there is', async () => {
    const { read } = await ask({
      own: [point('CN=P', 'LDAP://dc2.ad.corp.example/DC=a'), point('CN=Q', 'LDAP://DC=b')],
      'own DC=a': [point('CN=R', 'LDAP://DC=c')],
    });
    expect(read).toEqual(['own', 'own DC=a', 'own DC=c', 'own DC=b']);
  });

  it.each([
    ['to another domain', 'LDAP://partner.test', [{ option: 'approve-domain', value: 'partner.test' }]],
    ['to an IP address', 'LDAP://10.0.0.1', []],
    ['to something that is no directory', 'ldap:nonsense', []],
  ])('%s is told of and not followed, also when settings were found', async (_, url, remedies) => {
    const { outcome, read } = await ask({ own: [point('CN=P', url), point('CN=1', ex(1))] }, { [ex(1)]: imap });
    expect(outcome).toMatchObject({
      kind: 'warned',
      value: [{ origin: 'CN=1' }],
      problems: [{ code: 'settings.redirect-refused', args: { url: 'CN=P', target: url }, remedies }],
    });
    expect(read).toEqual(['own']);
  });

  it('for the mail domain is followed before anything else is asked, one for another mail domain never', async () => {
    const { outcome, read } = await ask(
      {
        own: [
          point('CN=1', ex(1)),
          point('CN=P', 'LDAP://a.corp.example', ['partner.example']),
          point('CN=Q', 'LDAP://b.corp.example', ['Corp.Example']),
        ],
        'b.corp.example': [point('CN=2', ex(2))],
      },
      { [ex(1)]: imap, [ex(2)]: imap },
    );
    expect(read).toEqual(['own', 'b.corp.example']);
    expect(outcome).toMatchObject({ value: [{ origin: 'CN=2' }] });
  });

  it('that leads in a circle is noticed', async () => {
    const { outcome, read } = await ask({
      own: [point('CN=P', 'LDAP://a.corp.example')],
      'a.corp.example': [point('CN=Q', 'LDAP://ad.corp.example')],
    });
    expect(outcome).toMatchObject({
      kind: 'warned',
      problems: [{ code: 'settings.redirect-loop', args: { url: 'CN=Q', hops: 2 } }],
    });
    expect(read).toEqual(['own', 'a.corp.example']);
  });

  it('is the last of ten at most', async () => {
    const chain = Array.from({ length: 30 }, (_, i) => [
      `d${i}.corp.example`,
      [point(`CN=${i}`, `LDAP://d${i + 1}.corp.example`)],
    ]);
    const { outcome, read } = await ask({
      own: [point('CN=P', 'LDAP://d0.corp.example')],
      ...Object.fromEntries(chain),
    });
    expect(read).toHaveLength(11);
    expect(outcome).toMatchObject({ kind: 'warned', problems: [{ code: 'settings.redirect-loop' }] });
  });

  it('to a directory that tells strangers nothing leaves the others to be asked', async () => {
    const fault = problem('net.refused', { host: 'dc1.a.corp.example', port: 636 });
    const { outcome } = await ask(
      {
        own: [point('CN=P', 'LDAP://a.corp.example', ['corp.example']), point('CN=1', ex(1))],
        'a.corp.example': fault,
      },
      { [ex(1)]: imap },
    );
    expect(outcome).toMatchObject({ kind: 'warned', value: [{ origin: 'CN=1' }], problems: [{ code: 'net.refused' }] });
  });
});
