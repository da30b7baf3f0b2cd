import { describe, expect, it } from 'vitest';
import { webSignIn } from '../../../src/chain/web-sign-in.ts';
import { createAttemptBudget, createTurns, failed, passed, Secret } from '../../../src/core/index.ts';
import { problem } from '../../../src/problems/index.ts';

const approvals = [{ domain: 'corp.example', reason: 'a test' }];
const refused = failed(problem('ldap.invalid-credentials', { user: 'alice', host: 'dc1' }));
const nobody = failed(problem('ldap.entry-not-found', { user: 'alice', host: 'dc1' }));

interface World {
  readonly signedIn?: Parameters<typeof webSignIn>[0]['signedIn'];
  readonly person?: Parameters<typeof webSignIn>[0]['person'];
  readonly password?: Secret | null;
  readonly host?: string;
}

/** The user name that a host may be told together with the password; null when it may be told nothing. */
function userFor({ signedIn = passed({ principal: 'CORP\\alice' }), person = nobody, ...world }: World): string | null {
  const { password = new Secret('secret-pass'), host = 'mail.corp.example' } = world;
  const ports = { password, attempts: createAttemptBudget() };
  return webSignIn({ signedIn, person }, { approvals, inTurn: createTurns() }, ports)(host)?.user ?? null;
}

describe('a web server may be told the password', () => {
  it('that the directory has accepted, with the name that it knows the person by', () => {
    expect(userFor({})).toBe('CORP\\alice');
    expect(userFor({ person: passed({ userPrincipalName: 'alice@corp.example' }) })).toBe('alice@corp.example');
  });

  it.each([
    ['on a host that nobody approved', { host: 'mail.partner.example' }],
    ['on a host that only ends like an approved one', { host: 'evilcorp.example' }],
    ['when the directory refused it', { signedIn: refused }],
    ['when there is none', { password: null }],
    ['when the only name is one of the directory', { signedIn: passed({ principal: 'CN=Alice,DC=corp,DC=example' }) }],
  ])('but not %s', (_, world) => {
    expect(userFor(world)).toBeNull();
  });
});
