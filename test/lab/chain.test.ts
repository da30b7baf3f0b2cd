import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/run/report/schema.ts';
import { codes, outcomeOf, waypost } from './waypost.ts';
import { startWorld, type World } from './world/index.ts';

let world: World;

beforeAll(async () => {
  world = await startWorld();
});

afterEach(async () => {
  await world.reset();
});

const alice = ['--user', 'alice@corp.example'];
const toBob = ['--to', 'bob@partner.example'];

describe('the whole chain', () => {
  it('ends in a message that really lies in the partner’s mailbox, and says no more than it knows', async () => {
    const args = ['diagnose', '--server', 'mail', ...alice, ...toBob];
    const { code, report } = await waypost(world, args, { password: world.users.alice.password });
    expect(codes(report)).toEqual([]);
    expect(code).toBe(0);
    reportSchema.parse(report);

    const { name, domainController, signIn, account, relay, relayPermission, custody } = report.chain;
    expect(name).toMatchObject({ asked: 'mail', fqdn: 'mail.corp.example', addresses: [world.address.mail] });
    expect(domainController).toMatchObject({ host: 'dc1.corp.example', site: 'HQ', clientSite: 'HQ' });
    expect(signIn).toMatchObject({ outcome: 'accepted', principal: 'alice@corp.example' });
    expect(account).toMatchObject({
      mail: 'alice@corp.example',
      displayName: 'Alice Müller-Łukasz',
      aliases: ['alice.mueller@corp.example', 'a.lukasz@alias.example'],
    });
    expect(relay).toMatchObject({ host: 'mail.corp.example', port: 465, security: 'implicit' });
    expect(relayPermission.filter(({ authenticated }) => authenticated).map(({ verdict }) => verdict)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(relayPermission.find(({ authenticated, scope }) => !authenticated && scope === 'external')?.verdict).toBe(
      'refused',
    );
    expect(custody?.queueId).toMatch(/^\w{6,}$/);
    expect(custody?.statement).toBe(
      `accepted by mail.corp.example as queue id ${custody?.queueId}; delivery beyond it is not guaranteed`,
    );

    const message = await world.waitForMail('bob@partner.example');
    expect(message).toContain(custody?.messageId ?? '(none)');
    expect(message).toContain(custody?.queueId ?? '(none)');
  });

  it.each([
    ['CORP\\alice', 'down-level'],
    ['alice', 'bare'],
  ])('takes the sign-in name %s', async (user) => {
    const { report } = await waypost(world, ['diagnose', '--server', 'mail', '--user', user, ...toBob], {
      password: world.users.alice.password,
    });
    expect(codes(report)).toEqual([]);
    expect(report.chain.account?.userPrincipalName).toBe('alice@corp.example');
    expect(report.chain.custody?.state).toBe('accepted');
  });

  it('finds the server by itself, and says by what', async () => {
    const { report } = await waypost(world, ['diagnose', ...alice, ...toBob], { password: world.users.alice.password });
    expect(report.chain.name).toMatchObject({ origin: 'srv', fqdn: 'mail.corp.example' });
    expect(report.outcome).toBe('passed');
  });

  it('sends nothing when it is told not to', async () => {
    const args = ['diagnose', '--server', 'mail', ...alice, ...toBob, '--no-send'];
    const { code, report } = await waypost(world, args, { password: world.users.alice.password });
    expect(code).toBe(0);
    expect(report.chain.custody).toBeNull();
    expect(world.mailbox('bob@partner.example')).toEqual([]);
  });

  it('sends a message with umlauts and an attachment to several people, and tells them apart', async () => {
    const to = ['--to', 'bob@partner.example', '--to', 'nobody@corp.example', '--to', 'pat@partner.example'];
    const content = ['--subject', 'Prüfung — 東京', '--text', 'Grüße.\n.\nEnde', '--attach', world.ca];
    const { code, report } = await waypost(world, ['send', '--server', 'mail', ...alice, ...to, ...content], {
      password: world.users.alice.password,
    });
    expect(report.chain.custody?.recipients.map(({ address, state }) => [address, state])).toEqual([
      ['bob@partner.example', 'accepted'],
      ['nobody@corp.example', 'refused'],
      ['pat@partner.example', 'accepted'],
    ]);
    expect(codes(report)).toContain('smtp.recipient-refused');
    expect(code).toBe(1);
    expect(await world.waitForMail('pat@partner.example')).toContain('=?UTF-8?');
  });
});

describe('a person', () => {
  it('with an alternative UPN suffix is found in the domain of the machine’s search list', async () => {
    const { code, report } = await waypost(world, ['sign-in', 'ulrich@alias.example'], {
      password: world.users.ulrich.password,
    });
    expect(code).toBe(0);
    expect(report.chain.account?.samAccountName).toBe('ulrich');
  });

  it.each([
    ['disabled', 'ldap.account-disabled'],
    ['expired', 'ldap.account-expired'],
    ['pwexpired', 'ldap.password-expired'],
    ['mustchange', 'ldap.must-change-password'],
    ['locked', 'ldap.account-locked'],
    ['hours', 'ldap.logon-restricted'],
    ['workstation', 'ldap.logon-restricted'],
  ] as const)('whose account is in the state %s learns it: %s', async (sam, expected) => {
    const { code, report } = await waypost(world, ['sign-in', world.users[sam].upn], {
      password: world.users[sam].password,
    });
    expect(codes(report)).toEqual([expected]);
    expect(code).toBe(1);
    expect(report.firstFailure).toMatchObject({ probe: 'ldap.sign-in', code: expected });
  });

  it('whose password expires soon is warned in time', async () => {
    const { code, report } = await waypost(world, ['sign-in', world.users.soon.upn], {
      password: world.users.soon.password,
    });
    expect(code).toBe(0);
    expect(codes(report)).toEqual(['ldap.password-expires-soon']);
  });

  it('without a mail address is told so', async () => {
    const { report } = await waypost(world, ['sign-in', world.users.nomail.upn], {
      password: world.users.nomail.password,
    });
    expect(codes(report)).toEqual(['ldap.no-mail-address']);
  });

  it('who mistypes the password costs the account exactly one failed attempt', async () => {
    const args = ['diagnose', '--server', 'mail', '--user', 'carol@corp.example', ...toBob];
    const { code, report } = await waypost(world, args, { password: 'not the password' });
    expect(code).toBe(1);
    expect(report.firstFailure?.code).toBe('ldap.invalid-credentials');
    expect(outcomeOf(report, 'relay.sign-in')).toBe('skipped');
    expect((await world.badPwdCount('carol')) + (await world.badPwdCount('carol', 'dc2'))).toBe(1);
    expect(JSON.stringify(report)).not.toContain('not the password');
  });
});
