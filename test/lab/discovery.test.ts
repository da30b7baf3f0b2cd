import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { times } from '../../src/core/index.ts';
import type { Report } from '../../src/run/index.ts';
import { reportSchema } from '../../src/run/report/schema.ts';
import { followLog } from './server-log.ts';
import { codes, outcomeOf, waypost } from './waypost.ts';
import { startWorld, type World } from './world/index.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterEach(async () => {
  await world.reset();
});

const asAlice = ['--user', 'alice@corp.example'];
const discover = (address: string, ...more: readonly string[]) => waypost(world, ['discover', address, ...more]);

/** The servers that were chosen, in words. */
function chosen({ chain }: Report): readonly string[] {
  const servers = chain.settings?.servers.filter(({ verdict }) => verdict === 'chosen') ?? [];
  return servers.map(({ service, host, port, security }) => `${service} ${host}:${port} ${security}`).sort();
}

/** Which of a domain's sources named a host. */
function sourcesNaming({ chain }: Report, host: string): readonly string[] {
  const servers = chain.settings?.servers.filter((server) => server.host === host) ?? [];
  return [...new Set(servers.flatMap(({ sources }) => sources.map(({ source }) => source)))].sort();
}

const imapAndSubmission = (host: string) => [`imap ${host}:993 implicit`, `submission ${host}:465 implicit`];

describe('the settings of a mail domain', () => {
  it('are found at every place, and the servers that all agree on are chosen', async () => {
    const { code, report } = await discover('alice@corp.example');
    expect(codes(report)).toEqual([]);
    expect(code).toBe(0);
    reportSchema.parse(report);
    expect(chosen(report)).toEqual(imapAndSubmission('mail.corp.example'));
    expect(sourcesNaming(report, 'mail.corp.example')).toEqual([
      'autoconfig',
      'autodiscover',
      'common-names',
      'dns',
      'pacc',
    ]);
    const { autoconfig, servers = [] } = report.chain.settings ?? {};
    expect(autoconfig?.map(({ origin }) => origin).sort()).toEqual([
      'https://autoconfig.corp.example/mail/config-v1.1.xml',
      'https://corp.example/.well-known/autoconfig/mail/config-v1.1.xml',
    ]);
    for (const server of servers.filter(({ verdict }) => verdict === 'chosen')) {
      expect(server).toMatchObject({ reason: 'agreed', verified: true, user: 'alice@corp.example' });
    }
    const behind = servers.find(({ port }) => port === 587);
    expect(behind).toMatchObject({ verdict: 'possible', reason: 'less-trust', verified: true });
  });

  it('are looked for without telling any web server whose they are', async () => {
    const asked = followLog(world.log('web.log'));
    await discover('alice@corp.example');
    await expect.poll(asked).toContain('postmaster');
    expect(asked()).not.toContain('alice');
  });

  it('are said to be vouched for where this machine’s own resolver validates DNSSEC', async () => {
    const validated = await discover('alice@signed.example', '--dns', '127.0.0.1');
    expect(validated.report.chain.settings?.dns?.map(({ trust }) => trust)).toEqual(['signed-dns', 'signed-dns']);
    const unvalidated = await discover('alice@signed.example');
    expect(unvalidated.report.chain.settings?.dns?.map(({ trust }) => trust)).toEqual(['dns', 'dns']);
  });

  it('are not taken from records whose signature is wrong', async () => {
    const { code, report } = await discover('alice@bogus.example', '--dns', '127.0.0.1');
    expect(code).toBe(1);
    expect(codes(report)).toContain('dns.server-failure');
    expect(chosen(report)).toEqual([]);
  });

  it('are found by an SRV record that points to the Autodiscover service of the company', async () => {
    const { report } = await discover('ulrich@alias.example');
    expect(report.chain.settings?.autodiscover?.map(({ origin }) => origin)).toEqual([
      'https://autodiscover.corp.example/autodiscover/autodiscover.xml',
    ]);
    expect(chosen(report)).toEqual(imapAndSubmission('mail.corp.example'));
  });
});

describe('the directory', () => {
  it.each([
    ['client', 'c-hq'],
    ['branchclient', 'a-branch'],
  ] as const)('names the Autodiscover service of the site of %s first: %s', async (on, first) => {
    const { report } = await waypost(world, ['discover', 'alice@corp.example', ...asAlice], {
      password: world.users.alice.password,
      on: world.clients[on],
    });
    expect(report.chain.settings?.directory?.[0]?.origin).toContain(`CN=${first},`);
  });

  it('that points to another directory is told, and the other is not asked', async () => {
    const { report } = await waypost(world, ['discover', 'alice@corp.example', ...asAlice], {
      password: world.users.alice.password,
    });
    const probe = report.probes.find(({ id }) => id === 'settings.directory');
    expect(probe?.problems).toContainEqual(
      expect.objectContaining({
        code: 'settings.redirect-refused',
        args: expect.objectContaining({ target: 'LDAP://dc1.deaddc.example' }),
      }),
    );
  });
});

describe('a domain with bad settings', () => {
  it.each([
    ['says that it offers nothing', 'notoffered.example', 'settings.none-found'],
    ['has a certificate for another name', 'wrongcert.example', 'tls.name-mismatch'],
    ['answers every question with a login page', 'portal.example', 'settings.not-settings'],
    ['sends whoever asks round in a circle', 'loop.example', 'settings.redirect-loop'],
    ['announces another document than it has', 'stale.example', 'settings.digest-mismatch'],
  ])('%s (%s): %s', async (_, domain, expected) => {
    const { code, report } = await discover(`alice@${domain}`);
    expect(codes(report)).toContain(expected);
    expect(codes(report)).toContain('settings.none-found');
    expect(chosen(report)).toEqual([]);
    expect(code).toBe(1);
  });

  it('names different servers in DNS and on the web: the better source wins, and both are told', async () => {
    const { code, report } = await discover('alice@torn.example');
    expect(code).toBe(0);
    expect(chosen(report)).toEqual(imapAndSubmission('relay.corp.example'));
    expect(codes(report)).toContain('settings.disagreement');
  });

  it('names servers of a stranger: no password goes there until somebody approves', async () => {
    const dovecot = followLog(world.log('dovecot-events.log'));
    const args = ['discover', 'alice@hosted.example', ...asAlice];
    const { password } = world.users.alice;
    const asked = await waypost(world, args, { password });
    expect(chosen(asked.report)).toEqual(imapAndSubmission('mail.hoster.example'));
    expect(asked.report.probes.find(({ id }) => id === 'mailbox.sign-in')?.problem).toMatchObject({
      code: 'settings.foreign-server',
      remedies: [{ option: 'approve-domain', value: 'hoster.example' }],
    });
    expect(dovecot()).not.toContain('Login:');
    const approved = await waypost(world, [...args, '--approve-domain', 'hoster.example'], { password });
    expect(approved.report.chain.mailbox).toMatchObject({ host: 'mail.hoster.example', signIn: 'accepted' });
  });
});

describe('web servers that do not answer', () => {
  it('cost no more than the time that a source has, and what DNS says is shown all the same', async () => {
    const { report } = await discover('alice@deadweb.example');
    expect(chosen(report)).toEqual(imapAndSubmission('mail.corp.example'));
    expect(outcomeOf(report, 'settings.autoconfig')).toBe('skipped');
    expect(report.duration).toBeLessThan(times.discovery);
  });

  it('but accept connections are not waited for, either', async () => {
    await world.fault.freeze('web');
    const { report } = await discover('alice@corp.example');
    expect(chosen(report)).toEqual(imapAndSubmission('mail.corp.example'));
    expect(sourcesNaming(report, 'mail.corp.example')).toEqual(['common-names', 'dns']);
    expect(report.duration).toBeLessThan(times.discovery);
  });
});
