import { allOf, anyOf, equal, type Filter } from '../ldap/filter.ts';
import type { SearchQuestion } from '../ldap/request.ts';
import { sameName } from '../locate/candidate.ts';
import { domainDn } from '../names/dn.ts';
import type { SignInName } from '../names/sign-in-name.ts';

/** All that is ever asked for, and so all that is ever read. */
export const accountAttributes = [
  'displayName',
  'cn',
  'mail',
  'proxyAddresses',
  'userPrincipalName',
  'sAMAccountName',
  'distinguishedName',
  'msExchHomeServerName',
  'homeMDB',
  'mailHost',
  'msDS-UserPasswordExpiryTimeComputed',
  'badPwdCount',
  'badPasswordTime',
] as const;

/** More entries than one are as good as too many: enough to see it, and to find the exact one among them. */
const sizeLimit = 8;

/** The search for the entry of whoever signed in with this name to this domain. */
export function accountQuery(name: SignInName, domain: string): SearchQuestion {
  const common = { attributes: accountAttributes, sizeLimit };
  const person = equal('objectClass', 'user');
  if (name.form === 'dn') return { ...common, base: name.text, scope: 'base', filter: person };
  const filter = allOf(equal('objectCategory', 'person'), person, nameFilter(name, domain));
  return { ...common, base: domainDn(domain), scope: 'sub', filter };
}

function nameFilter({ form, text, user, domain: suffix }: SignInName, domain: string): Filter {
  const byAccountName = equal('sAMAccountName', user);
  if (form !== 'upn') return byAccountName;
  return anyOf(
    equal('userPrincipalName', text),
    equal('mail', text),
    equal('proxyAddresses', `smtp:${text}`),
    ...(sameName(suffix, domain) ? [byAccountName] : []),
  );
}
