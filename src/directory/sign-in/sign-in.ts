import {
  type AttemptBudget,
  failed,
  type Outcome,
  type Problem,
  passed,
  type Secret,
  skipped,
} from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { SignInReport, Step } from '../../run/index.ts';
import { resultCode } from '../ldap/problem.ts';
import type { LdapSession } from '../ldap/session.ts';
import { sameName } from '../locate/candidate.ts';
import type { LocatedDc } from '../locate/types.ts';
import { bindName, type SignInName } from '../names/sign-in-name.ts';
import { bindProblem } from './bind-problem.ts';

export interface SignedIn {
  /** The name that the directory accepted. */
  readonly principal: string;
  readonly session: LdapSession;
  readonly dc: LocatedDc;
}

export interface Credentials {
  readonly dc: LocatedDc;
  readonly name: SignInName;
  readonly password: Secret;
  readonly budget: AttemptBudget;
}

/**
 * Signs a person in with one simple bind over verified TLS (RFC 4513 5.1.3). There is no second one, whatever comes of it.
 *
 * @returns the signed-in session; `ldap.…` for what the directory says to it; `net.…` when the answer did not come;
 *   skipped when a password attempt of this run has failed already
 */
export async function signIn({ dc, name, password, budget }: Credentials, step: Step): Promise<Outcome<SignedIn>> {
  const principal = bindName(name, { dns: dc.domain });
  const report = (outcome: SignInReport['outcome']) => step.report({ signIn: { outcome, principal, host: dc.host } });
  report('not-checked');
  const obstacle = obstacleTo({ dc, name, password });
  if (obstacle !== null) return failed(obstacle);
  if (budget.begin() === 'refused') return skipped({ kind: 'attempt-spent' });

  const result = await dc.session.bind(principal, password, step);
  if (!result.ok) {
    // Nobody knows whether the directory has counted it.
    budget.failed();
    return failed(result.error);
  }
  if (result.value.code === resultCode.success) {
    budget.succeeded();
    report('accepted');
    return passed({ principal, session: dc.session, dc });
  }
  budget.failed();
  const verdict = bindProblem(result.value, { user: name.text, host: dc.host });
  if (verdict.judged) report('rejected');
  return failed(verdict.problem);
}

/** What forbids sending the password at all. */
function obstacleTo({ dc, name, password }: Pick<Credentials, 'dc' | 'name' | 'password'>): Problem | null {
  if (!password.usable) {
    const reason =
      'it is empty, blank or endless, or contains NUL: a directory could take that for an anonymous sign-in';
    return problem('input.invalid', { argument: 'password', value: '(not shown)', reason });
  }
  const foreign = name.form === 'down-level' && dc.netbiosDomain !== null;
  if (!foreign || sameName(name.domain, dc.netbiosDomain) || sameName(name.domain, dc.domain)) return null;
  const evidence = [`${dc.host} serves ${dc.domain}, which is called ${dc.netbiosDomain}`];
  return problem(
    'dc.unknown-domain',
    { user: name.text },
    { evidence, remedies: [{ option: 'domain', value: 'DOMAIN' }] },
  );
}
