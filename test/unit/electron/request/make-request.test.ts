import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AskedRun, PolicyState, Settings } from '../../../../electron/contract.ts';
import { noPolicy, type PolicyValues } from '../../../../electron/policy/index.ts';
import { makeRequest, type World } from '../../../../electron/request/index.ts';
import { emptyAsked } from '../../../../renderer/run/asked.ts';
import type { ChainRequest } from '../../../../src/chain/request.ts';
import { registeredPorts } from '../../../../src/chain/request.ts';
import { anAppInfo } from '../../../fakes/app-info.ts';
import { aRequest } from '../../../fakes/request.ts';

const pem = readFileSync(new URL('../../../fixtures/net/ca.pem', import.meta.url), 'utf8').trim();
const alice: AskedRun = { ...emptyAsked, user: 'alice@corp.example' };

interface Around {
  readonly settings?: Partial<Settings>;
  readonly locked?: PolicyValues['locked'];
  readonly preset?: PolicyValues['preset'];
  readonly state?: Partial<PolicyState>;
  readonly world?: World;
}

const make = (asked: Partial<AskedRun>, { settings, locked = {}, preset = {}, state, world }: Around = {}) =>
  makeRequest(
    { ...alice, ...asked },
    {
      settings: { ...anAppInfo().settings, ...settings },
      policy: { values: { locked, preset }, state: { ...noPolicy.state, ...state } },
      world: world ?? null,
    },
  );

async function requestOf(asked: Partial<AskedRun>, around: Around = {}): Promise<ChainRequest> {
  const made = await make(asked, around);
  if ('invalid' in made) throw new Error(JSON.stringify(made.invalid));
  return made.request;
}

async function flawsOf(asked: Partial<AskedRun>, around: Around = {}): Promise<string[]> {
  const made = await make(asked, around);
  return 'request' in made ? [] : made.invalid.map(({ field, flaw, value }) => `${field} ${flaw} ${value}`.trim());
}

describe('a form', () => {
  it('in which only the person stands asks for everything else to be found', async () => {
    expect(await requestOf({})).toEqual(aRequest({ server: null, timeout: 60_000 }));
  });

  it('may say everything', async () => {
    const asked: Partial<AskedRun> = {
      goal: 'send',
      server: ' Mail.Corp.Example ',
      user: 'CORP\\alice',
      domain: 'corp.example',
      site: 'HQ',
      destination: 'partner.example',
      to: ['bob@partner.example', 'eve@partner.example', 'bob@partner.example'],
      from: 'alice@corp.example',
      subject: 'Hello',
      text: 'Good morning',
      attachments: [{ name: 'plan.pdf', base64: 'AAAA' }],
      dsn: true,
      requireTls: true,
      relayUser: 'relay-alice',
      dns: '10.0.0.53, 10.0.0.54:5353',
      search: 'corp.example,branch.example',
      ca: pem,
      port: '587',
      security: 'starttls',
      approvedDomains: ['hosted.example', 'hosted.example'],
      timeout: '12.5',
    };
    expect(await requestOf(asked)).toEqual(
      aRequest({
        goal: 'send',
        server: 'mail.corp.example',
        user: 'CORP\\alice',
        domain: 'corp.example',
        site: 'HQ',
        destination: 'partner.example',
        to: ['bob@partner.example', 'eve@partner.example'],
        from: 'alice@corp.example',
        message: {
          subject: 'Hello',
          text: 'Good morning',
          attachments: [{ name: 'plan.pdf', base64: 'AAAA' }],
          dsn: true,
          requireTls: true,
        },
        relayUser: 'relay-alice',
        dns: [
          { address: '10.0.0.53', port: 53 },
          { address: '10.0.0.54', port: 5_353 },
        ],
        search: ['corp.example', 'branch.example'],
        ca: pem,
        endpoint: { port: 587, security: 'starttls' },
        approvedDomains: ['hosted.example'],
        timeout: 12_500,
      }),
    );
  });

  it('may hold a certificate as base64 of DER', async () => {
    const { ca } = await requestOf({ ca: new X509Certificate(pem).raw.toString('base64') });
    expect(new X509Certificate(ca ?? '').raw).toEqual(new X509Certificate(pem).raw);
  });

  it('is told everything that is wrong with it at once', async () => {
    const asked: Partial<AskedRun> = {
      server: 'smtp://mail',
      user: 'alice@',
      domain: 'a..b',
      site: 'a\nb',
      destination: 'nobody@',
      to: ['bob@partner.example', 'bob', 'a@b.example,c@d.example'],
      from: '.alice@corp.example',
      subject: 'a\nb',
      relayUser: '\\alice',
      dns: 'ns.example',
      search: 'a b',
      ca: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
      port: '0',
      approvedDomains: ['*'],
      timeout: 'soon',
    };
    expect((await flawsOf(asked)).sort()).toEqual(
      [
        'server server-with-scheme smtp://mail',
        'user user-without-end alice@',
        'domain not-a-domain a..b',
        'site not-a-site a\nb',
        'destination address-without-domain nobody@',
        'to not-an-address bob',
        'to several-addresses a@b.example,c@d.example',
        'from address-dots .alice@corp.example',
        'subject not-a-subject a\nb',
        'relayUser user-without-start \\alice',
        'dns not-dns-servers ns.example',
        'search not-domains a b',
        // What is in a file is not repeated.
        'ca private-key',
        'port not-a-port 0',
        'approvedDomains not-a-domain *',
        'timeout not-seconds soon',
      ].sort(),
    );
  });

  it.each([
    ['resolve', ['server missing']],
    ['locate-dc', []],
    ['sign-in', ['user missing']],
    ['route', ['destination missing']],
    ['diagnose', ['user missing']],
    ['send', ['user missing', 'to missing']],
  ] as const)('to %s needs no more than this: %j', async (goal, flaws) => {
    expect(await flawsOf({ ...emptyAsked, goal })).toEqual(flaws);
  });

  it('that looks for settings needs a domain, in the name or beside it', async () => {
    const asked: Partial<AskedRun> = { goal: 'discover', user: '', destination: 'alice' };
    expect(await flawsOf(asked)).toEqual(['destination bare-name alice']);
    expect(await requestOf({ ...asked, domain: 'corp.example' })).toMatchObject({ destination: 'alice@corp.example' });
    const settings = { domain: 'corp.example' };
    expect(await requestOf(asked, { settings })).toMatchObject({ destination: 'alice@corp.example' });
  });

  it('with a flaw in a field is not told that the field is missing', async () => {
    expect(await flawsOf({ goal: 'send', user: 'alice@', to: ['bob'] })).toEqual([
      'user user-without-end alice@',
      'to not-an-address bob',
    ]);
  });

  it('holds attachments of 25 MB together, and says which one is too much', async () => {
    const megabytes = (name: string, n: number) => ({ name, base64: 'AAAA'.repeat((n * 1_048_576) / 3) });
    expect(await flawsOf({ attachments: [megabytes('a.pdf', 12), megabytes('b.pdf', 12)] })).toEqual([]);
    expect(await flawsOf({ attachments: [megabytes('a.pdf', 12), megabytes('b.pdf', 15)] })).toEqual([
      'attachments too-large b.pdf',
    ]);
  });
});

describe('a policy about looking for settings', () => {
  it('counts in the window, which has no field for it', async () => {
    const said = { allowHttp: true, tellAddress: true, validatingResolvers: ['10.0.0.53'] };
    expect(await requestOf({}, { locked: said })).toMatchObject(said);
    expect(await requestOf({})).toMatchObject({ allowHttp: false, tellAddress: false, validatingResolvers: [] });
  });
});

describe('the settings', () => {
  const settings = {
    server: 'mail',
    domain: 'corp.example',
    approvedDomains: ['hosted.example'],
    ca: pem,
    timeout: 90,
  };

  it('fill what a form leaves out', async () => {
    expect(await requestOf({}, { settings })).toEqual(aRequest({ ...settings, timeout: 90_000 }));
  });

  it('give way to what was typed; domains and certificates add up', async () => {
    const typed = { server: 'other', domain: 'other.example', approvedDomains: ['a.example'], ca: pem, timeout: '5' };
    expect(await requestOf(typed, { settings })).toEqual(
      aRequest({
        server: 'other',
        domain: 'other.example',
        approvedDomains: ['a.example', 'hosted.example'],
        ca: `${pem}\n${pem}`,
        timeout: 5_000,
      }),
    );
  });

  it('name a server and a domain only where the goal has to do with one', async () => {
    const of = async (goal: AskedRun['goal']) => {
      const { server, domain } = await requestOf({ goal, destination: 'a.example', to: ['b@c.example'] }, { settings });
      return [server, domain];
    };
    expect(await of('resolve')).toEqual(['mail', null]);
    expect(await of('locate-dc')).toEqual([null, 'corp.example']);
    expect(await of('sign-in')).toEqual([null, 'corp.example']);
    expect(await of('route')).toEqual([null, null]);
    expect(await of('send')).toEqual(['mail', 'corp.example']);
  });
});

describe('what an administrator has locked', () => {
  const locked: PolicyValues['locked'] = {
    server: 'mail.corp.example',
    domain: 'corp.example',
    approvedDomains: ['corp.example'],
    ca: { file: '/etc/waypost/ca.pem', pem },
    relay: { port: 587, security: 'starttls' },
    timeout: 30,
  };

  it('holds where the form says nothing or the same, whatever the settings are', async () => {
    const settings = { server: 'old', domain: 'old.example', approvedDomains: ['old.example'], ca: 'old', timeout: 5 };
    const expected = aRequest({
      server: 'mail.corp.example',
      domain: 'corp.example',
      approvedDomains: ['corp.example'],
      ca: pem,
      endpoint: { port: 587, security: 'starttls' },
      timeout: 30_000,
    });
    expect(await requestOf({}, { settings, locked })).toEqual(expected);
    const same: Partial<AskedRun> = {
      server: 'MAIL.corp.example',
      domain: 'corp.example',
      approvedDomains: ['Corp.example'],
      ca: pem,
      port: '587',
      security: 'starttls',
      timeout: '30',
    };
    expect(await requestOf(same, { settings, locked })).toEqual(expected);
  });

  it('cannot be typed over', async () => {
    const typed: Partial<AskedRun> = {
      server: 'elsewhere',
      domain: 'other.example',
      approvedDomains: ['corp.example', 'other.example'],
      ca: `${pem}\n${pem}`,
      port: '465',
      security: 'implicit',
      timeout: '31',
    };
    expect((await flawsOf(typed, { locked })).sort()).toEqual([
      'approvedDomains locked other.example',
      'ca locked',
      'domain locked other.example',
      'port locked 465',
      'security locked implicit',
      'server locked elsewhere',
      'timeout locked 31',
    ]);
  });

  it('leaves open the part of the relay that it does not name', async () => {
    const { endpoint } = await requestOf({ security: 'starttls' }, { locked: { relay: { port: 2_525 } } });
    expect(endpoint).toEqual({ port: 2_525, security: 'starttls' });
  });
});

describe('where the approved domains are locked', () => {
  const locked: PolicyValues['locked'] = { approvedDomains: ['corp.example'] };

  it.each([
    [{ server: 'mail' }],
    [{ server: 'mail.corp.example' }],
    [{ server: 'mail.corp.example.' }],
    [{ domain: 'branch.corp.example' }],
    [{ search: 'corp.example' }],
    [{ user: 'alice@elsewhere.example' }],
  ])('a form may say %j', async (asked) => {
    expect(await flawsOf(asked, { locked })).toEqual([]);
  });

  it.each([
    [{ server: 'mail.elsewhere.example' }, 'server locked mail.elsewhere.example'],
    [{ server: 'mail.notcorp.example' }, 'server locked mail.notcorp.example'],
    [{ server: '10.0.0.1' }, 'server locked 10.0.0.1'],
    [{ server: '[2001:db8::1]' }, 'server locked 2001:db8::1'],
    [{ domain: 'elsewhere.example' }, 'domain locked elsewhere.example'],
    [{ search: 'corp.example,elsewhere.example' }, 'search locked elsewhere.example'],
  ])('no other is approved by typing %j', async (asked, flaw) => {
    expect(await flawsOf(asked, { locked })).toEqual([flaw]);
  });

  it('no other is approved by the settings, but the administrator’s own server counts', async () => {
    const settings = { server: 'mail.hosted.example' };
    expect(await flawsOf({}, { locked, settings })).toEqual(['server locked mail.hosted.example']);
    expect(await flawsOf({}, { locked, settings, preset: settings })).toEqual([]);
    expect(await flawsOf({}, { locked: { ...locked, ...settings } })).toEqual([]);
  });
});

describe('what an administrator has pre-set for the relay', () => {
  const preset: PolicyValues['preset'] = { relay: { port: 587, security: 'starttls' } };

  it('stands in for what was not typed', async () => {
    expect((await requestOf({}, { preset })).endpoint).toEqual({ port: 587, security: 'starttls' });
  });

  it('is not mixed with what was: another port may speak another kind of TLS', async () => {
    expect((await requestOf({ port: '465' }, { preset })).endpoint).toEqual({ port: 465, security: null });
  });
});

describe('where test messages are forbidden', () => {
  const state = { sendTests: false };

  it('a diagnosis ends before the message', async () => {
    expect((await requestOf({ send: true }, { state })).send).toBe(false);
  });

  it('sending is refused', async () => {
    expect(await flawsOf({ goal: 'send', to: ['bob@partner.example'] }, { state })).toEqual(['send locked']);
  });
});

describe('in the demo', () => {
  const world: World = {
    dns: [{ address: '127.0.0.1', port: 5_300 }],
    search: ['corp.example'],
    ports: {
      ...registeredPorts,
      ldaps: 6_360,
      globalCatalog: 3_269,
      submissions: 4_650,
      submission: 5_870,
      smtp: 2_500,
    },
    ca: pem,
  };

  it('a run goes to the embedded world', async () => {
    expect(await requestOf({}, { world })).toEqual(aRequest({ server: null, timeout: 60_000, ...world }));
  });

  it('what was typed still counts, apart from the ports', async () => {
    const { dns, search, ports } = await requestOf({ dns: '10.0.0.1', search: 'a.example' }, { world });
    expect(dns).toEqual([{ address: '10.0.0.1', port: 53 }]);
    expect(search).toEqual(['a.example']);
    expect(ports).toEqual(world.ports);
  });
});
