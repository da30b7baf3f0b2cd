import { describe, expect, it } from 'vitest';
import { resultProblem } from '../../../src/directory/ldap/problem.ts';
import { bindProblem } from '../../../src/directory/sign-in/bind-problem.ts';
import { isKnownCode } from '../../../src/problems/index.ts';

const who = { user: 'CORP\\alice', host: 'dc1.corp.example' };
const result = (code: number, message = '') => ({ code, message, matchedDn: '', referrals: [] });
const refusal = (status: string, data: string) =>
  `${status}: LdapErr: DSID-0C090447, comment: AcceptSecurityContext error, data ${data}, v4563\0`;

describe('a refused bind', () => {
  it.each([
    ['525', 'ldap.no-such-user'],
    ['52e', 'ldap.invalid-credentials'],
    ['52E', 'ldap.invalid-credentials'],
    ['530', 'ldap.logon-restricted'],
    ['531', 'ldap.logon-restricted'],
    ['532', 'ldap.password-expired'],
    ['533', 'ldap.account-disabled'],
    ['701', 'ldap.account-expired'],
    ['773', 'ldap.must-change-password'],
    ['775', 'ldap.account-locked'],
    ['999', 'ldap.invalid-credentials'],
  ])('with Active Directory’s code %s is %s', (data, code) => {
    const { problem, judged } = bindProblem(result(49, refusal('80090308', data)), who);
    expect(problem).toMatchObject({ code, args: who });
    expect(problem.evidence[0]).toBe(`result 49: ${refusal('80090308', data).slice(0, -1)}`);
    expect(judged).toBe(true);
  });

  it.each([
    ['result 49 without a code', result(49, 'Invalid Credentials'), 'ldap.invalid-credentials', true],
    ['result 49 without a text', result(49), 'ldap.invalid-credentials', true],
    ['missing channel binding', result(49, refusal('80090346', '80090346')), 'ldap.channel-binding-required', false],
    ['a demand for signing', result(8, '00002028: LdapErr: …, data 0, v4563'), 'ldap.strong-auth-required', false],
    ['a busy server', result(51), 'ldap.unavailable', false],
    ['an unavailable server', result(52), 'ldap.unavailable', false],
    ['a protocol error', result(2, 'no'), 'ldap.unexpected', false],
    ['a referral', result(10), 'ldap.unexpected', false],
    ['an unwilling server', result(53, 'data 775'), 'ldap.unexpected', false],
  ])('for %s says whether the password was judged', (_what, answer, code, judged) => {
    const verdict = bindProblem(answer, who);
    expect(verdict.problem.code).toBe(code);
    expect(verdict.judged).toBe(judged);
  });

  it('is a known problem with its code and text as evidence, for every result code there is', () => {
    for (let code = 1; code <= 130; code += 1) {
      const { problem } = bindProblem(result(code, 'its words'), who);
      expect(isKnownCode(problem.code)).toBe(true);
      expect(problem.evidence).toEqual([`result ${code}: its words`]);
      expect(isKnownCode(resultProblem(result(code), who.host).code)).toBe(true);
    }
  });
});
