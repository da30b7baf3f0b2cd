import { afterEach, describe, expect, it } from 'vitest';
import { createAttemptBudget, hasValue, type Outcome, problemsOf, systemClock } from '../../../src/core/index.ts';
import { type Account, parseSignInName, readAccount, signIn } from '../../../src/directory/index.ts';
import { type LdapWorld, ldapWorld } from '../../fakes/ldap-world.ts';

let world: LdapWorld;
afterEach(() => world.end());

async function accountOf(user: string, faults: string[] = []): Promise<Outcome<Account>> {
  world = await ldapWorld({ faults });
  const [name, located] = [parseSignInName(user), await world.locate()];
  if (!name.ok || !hasValue(located)) throw new Error('no name or no domain controller');
  const credentials = { dc: located.value, name: name.value, password: world.password, budget: createAttemptBudget() };
  const signedIn = await signIn(credentials, world.step);
  if (!hasValue(signedIn)) throw new Error('not signed in');
  return readAccount({ signedIn: signedIn.value, name: name.value }, systemClock, world.step);
}

describe('the account of who signed in', () => {
  it('has names and addresses, letters outside ASCII and several values included', async () => {
    const outcome = await accountOf('alice@corp.example');
    expect(outcome.kind).toBe('passed');
    expect(hasValue(outcome) && outcome.value).toMatchObject({
      dn: 'CN=Alice Müller-Łukasz,OU=People,DC=corp,DC=example',
      displayName: 'Alice Müller-Łukasz',
      mail: 'alice@corp.example',
      aliases: ['a.mueller@corp.example', 'postmaster@corp.example'],
      userPrincipalName: 'alice@corp.example',
      samAccountName: 'alice',
    });
    expect(world.step.patches.at(-1)?.account).toMatchObject({ mail: 'alice@corp.example' });
  });

  it.each([
    'bob',
    'CORP\\bob',
    'bob.builder@corp.example',
    'bob@corp.example',
    'CN=Builder\\, Bob,OU=People,DC=corp,DC=example',
  ])('is found by %s, in one search', async (user) => {
    const outcome = await accountOf(user);
    expect(hasValue(outcome) && outcome.value).toMatchObject({ samAccountName: 'bob', homeServer: 'EX1' });
    expect(world.lab.log.filter(({ kind }) => kind === 'ldap.search')).toHaveLength(1);
  });

  it('warns when there is no mail address', async () => {
    const outcome = await accountOf('carol');
    expect(problemsOf(outcome)).toMatchObject([{ code: 'ldap.no-mail-address', args: { user: 'carol' } }]);
  });

  it('warns when the password expires soon, in days', async () => {
    const outcome = await accountOf('erin');
    expect(problemsOf(outcome)).toMatchObject([
      { code: 'ldap.password-expires-soon', args: { user: 'erin', days: 9 } },
    ]);
  });

  it('reports where else the directory points, and does not go there', async () => {
    await accountOf('alice');
    expect(world.step.lines.filter((line) => line.includes('(not followed)'))).toHaveLength(1);
  });
});
