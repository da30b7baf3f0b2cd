import { hasValue, type Outcome } from '../core/index.ts';
import { type Account, parseSignInName, type SignedIn } from '../directory/index.ts';
import type { SignIn } from '../discovery/index.ts';
import { approvalFor } from './approval.ts';
import type { ChainPorts } from './ports.ts';
import type { Search } from './probes/settings.ts';

interface Who {
  readonly signedIn: Outcome<Pick<SignedIn, 'principal'>>;
  readonly person: Outcome<Pick<Account, 'userPrincipalName'>>;
}

/**
 * What an Autodiscover service may be told: the password that the directory has just accepted, when the host is approved. The
 * name is the UPN where one is known, since web servers know no DN.
 */
export function webSignIn(
  { signedIn, person }: Who,
  { approvals, inTurn }: Pick<Search, 'approvals' | 'inTurn'>,
  { password, attempts }: Pick<ChainPorts, 'password' | 'attempts'>,
): (host: string) => SignIn | null {
  return (host) => {
    if (!hasValue(signedIn) || password === null || approvalFor(host, approvals) === null) return null;
    const known = hasValue(person) ? person.value.userPrincipalName : null;
    const user = known ?? nameFor(signedIn.value.principal);
    return user === null ? null : { user, password, attempts, inTurn };
  };
}

function nameFor(principal: string): string | null {
  const name = parseSignInName(principal);
  return name.ok && name.value.form !== 'dn' ? principal : null;
}
