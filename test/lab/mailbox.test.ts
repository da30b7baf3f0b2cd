import { afterEach, beforeAll, describe, expect, it } from 'vitest';
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

const discover = (address: string, user: string, password: string) =>
  waypost(world, ['discover', address, '--user', user], { password });

/** Who has been let in by Dovecot since, by protocol. */
function logins(log: string): readonly string[] {
  return [...log.matchAll(/(imap|pop3)-login: Info: Login: user=<([^>]*)>/g)].map(([, by, who]) => `${by} ${who}`);
}

describe('a mailbox', () => {
  it('is signed in to exactly once, and tells its quota and its special folders', async () => {
    const dovecot = followLog(world.log('dovecot-events.log'));
    const { upn, password } = world.users.alice;
    const { code, report } = await discover('alice@corp.example', upn, password);
    expect(code).toBe(0);
    await expect.poll(() => logins(dovecot())).toEqual(['imap alice']);
    expect(report.chain.mailbox).toMatchObject({
      protocol: 'imap',
      host: 'mail.corp.example',
      port: 993,
      security: 'implicit',
      signIn: 'accepted',
      quota: [{ resource: 'storage', used: 0, limit: world.quota }],
    });
    expect(report.chain.mailbox?.folders.map(({ path, role }) => `${role} ${path}`).sort()).toEqual([
      'drafts Drafts',
      'inbox INBOX',
      'junk Junk',
      'sent Sent',
      'trash Trash',
    ]);
  });

  it.each(['CORP\\alice', 'alice'])(
    'is signed in to with the name that the directory knows, whatever was typed: %s',
    async (user) => {
      const { report } = await discover('alice@corp.example', user, world.users.alice.password);
      expect(report.chain.mailbox).toMatchObject({ signIn: 'accepted', user: 'alice@corp.example' });
    },
  );

  it('that is published for POP3 only is signed in to by POP3, once', async () => {
    const dovecot = followLog(world.log('dovecot-events.log'));
    const { upn, password } = world.users.alice;
    const { report } = await discover('alice@pop.example', upn, password);
    expect(report.chain.mailbox).toMatchObject({ protocol: 'pop3', port: 995, signIn: 'accepted' });
    await expect.poll(() => logins(dovecot())).toEqual(['pop3 alice']);
  });

  it('whose IMAP is down is signed in to by POP3', async () => {
    await world.fault.reject({ host: 'mail', ports: [143, 993] });
    const { upn, password } = world.users.alice;
    const { report } = await discover('alice@corp.example', upn, password);
    expect(report.chain.mailbox).toMatchObject({ protocol: 'pop3', port: 995, signIn: 'accepted' });
  });

  it('is not tried with a password that the directory has refused: one failed attempt, and no more', async () => {
    const dovecot = followLog(world.log('dovecot-events.log'));
    const { code, report } = await discover('carol@corp.example', 'carol@corp.example', 'not the password');
    expect(code).toBe(1);
    expect(report.firstFailure?.code).toBe('ldap.invalid-credentials');
    expect(outcomeOf(report, 'mailbox.sign-in')).toBe('skipped');
    expect((await world.badPwdCount('carol')) + (await world.badPwdCount('carol', 'dc2'))).toBe(1);
    expect(dovecot()).not.toContain('carol');
    expect(JSON.stringify(report)).not.toContain('not the password');
  });

  it('that does not know a person whom the directory knows says so, after one attempt', async () => {
    const dovecot = followLog(world.log('dovecot-events.log'));
    const user = 'administrator@corp.example';
    const { code, report } = await discover(user, user, world.adminPassword);
    expect(code).toBe(1);
    expect(codes(report)).toContain('imap.auth-rejected');
    expect(report.chain.mailbox?.signIn).toBe('rejected');
    expect([...dovecot().matchAll(/unknown user/g)]).toHaveLength(1);
  });
});
