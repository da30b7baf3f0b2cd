import { afterEach, describe, expect, it } from 'vitest';
import { createAttemptBudget, hasValue, Secret } from '../../../src/core/index.ts';
import { type LocatedDc, parseSignInName, type SignInName, signIn } from '../../../src/directory/index.ts';
import { failedPasswords } from '../../../src/lab/index.ts';
import { type LdapWorld, ldapWorld } from '../../fakes/ldap-world.ts';

let world: LdapWorld;
afterEach(() => world.end());

function nameOf(text: string): SignInName {
  const name = parseSignInName(text);
  if (!name.ok) throw new Error(`${text} is no name`);
  return name.value;
}

async function dcOf(own: LdapWorld): Promise<LocatedDc> {
  const located = await own.locate();
  if (!hasValue(located)) throw new Error('no domain controller');
  return located.value;
}

async function attempt(user: string, password = world.password, budget = createAttemptBudget()) {
  const dc = await dcOf(world);
  return signIn({ dc, name: nameOf(user), password, budget }, world.step);
}

const binds = () => world.lab.log.filter(({ kind }) => kind === 'ldap.bind').length;
const report = () => world.step.patches.at(-1)?.signIn;

describe('signing in', () => {
  it.each([
    ['alice@corp.example', 'alice@corp.example'],
    ['CORP\\alice', 'CORP\\alice'],
    ['corp.example\\alice', 'corp.example\\alice'],
    ['alice', 'alice@corp.example'],
    ['CN=Builder\\, Bob,OU=People,DC=corp,DC=example', 'CN=Builder\\, Bob,OU=People,DC=corp,DC=example'],
  ])('works with %s', async (user, principal) => {
    world = await ldapWorld();
    expect(await attempt(user)).toMatchObject({ kind: 'passed', value: { principal } });
    expect(report()).toEqual({ outcome: 'accepted', principal, host: 'dc1.corp.example' });
    expect(binds()).toBe(1);
  });

  it.each([
    ['henry', 'ldap.logon-restricted'],
    ['walter', 'ldap.logon-restricted'],
    ['peter', 'ldap.password-expired'],
    ['dora', 'ldap.account-disabled'],
    ['oscar', 'ldap.account-expired'],
    ['mona', 'ldap.must-change-password'],
    ['luke', 'ldap.account-locked'],
    ['nobody', 'ldap.no-such-user'],
  ])('tells what is wrong with the account of %s, after one bind', async (user, code) => {
    world = await ldapWorld();
    const name = `${user}@corp.example`;
    expect(await attempt(name)).toMatchObject({ kind: 'failed', problem: { code, args: { user: name } } });
    expect(report()?.outcome).toBe('rejected');
    expect(binds()).toBe(1);
  });

  it('spends the run’s only failing attempt on a wrong password', async () => {
    world = await ldapWorld();
    const budget = createAttemptBudget();
    const wrong = new Secret('not the password');
    expect(await attempt('alice', wrong, budget)).toMatchObject({ problem: { code: 'ldap.invalid-credentials' } });
    expect(await attempt('alice', world.password, budget)).toEqual({
      kind: 'skipped',
      because: { kind: 'attempt-spent' },
    });
    expect(failedPasswords(world.lab.log)).toBe(1);
    expect(binds()).toBe(1);
  });

  it('leaves the budget to others when the password was right', async () => {
    world = await ldapWorld();
    const budget = createAttemptBudget();
    await attempt('alice', world.password, budget);
    expect(budget.begin()).toBe('go');
  });

  it.each([
    ['strong-auth-required', 'ldap.strong-auth-required'],
    ['channel-binding-required', 'ldap.channel-binding-required'],
  ])('does not say that the password is wrong when the DC did not look at it (%s)', async (fault, code) => {
    world = await ldapWorld({ faults: [fault] });
    expect(await attempt('alice')).toMatchObject({ kind: 'failed', problem: { code } });
    expect(report()?.outcome).toBe('not-checked');
  });

  it.each(['', '   ', 'pass\0word'])('sends nothing when the password is %j', async (password) => {
    world = await ldapWorld();
    expect(await attempt('alice', new Secret(password))).toMatchObject({
      kind: 'failed',
      problem: { code: 'input.invalid', args: { argument: 'password' } },
    });
    expect(binds()).toBe(0);
  });

  it('sends nothing to a DC of another domain than the one before the backslash', async () => {
    world = await ldapWorld();
    expect(await attempt('OTHER\\alice')).toMatchObject({
      kind: 'failed',
      problem: { code: 'dc.unknown-domain', remedies: [{ option: 'domain' }] },
    });
    expect(binds()).toBe(0);
  });

  it('shows the bind in the transcript, and the password nowhere', async () => {
    world = await ldapWorld();
    await attempt('alice');
    expect(world.step.lines).toContain('ldap sent BindRequest simple alice@corp.example (password not shown)');
    expect(world.step.exchanges).toContain('ldap bind as alice@corp.example: success');
    expect(JSON.stringify([world.step.lines, world.step.exchanges, world.step.patches])).not.toContain(
      world.lab.password,
    );
  });
});
