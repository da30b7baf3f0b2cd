import type { Entry } from '../ldap/entry.ts';
import type { SignInName } from '../names/sign-in-name.ts';

/**
 * The entry that a sign-in name means, among those that a search found. A bind resolves a UPN to the account that has it
 * before one whose account name with the domain makes it up (MS-ADTS 5.1.1.1.1); mail addresses come after both.
 *
 * @returns null when there is none, or when two fit equally well
 */
export function chooseEntry(entries: readonly Entry[], name: SignInName): Entry | null {
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(entry, name) }));
  const best = Math.min(...ranked.map(({ rank }) => rank));
  const [chosen, ...others] = ranked.filter(({ rank }) => rank === best);
  return chosen !== undefined && others.length === 0 ? chosen.entry : null;
}

function rankOf(entry: Entry, { text, user }: SignInName): number {
  const has = (attribute: string, value: string) =>
    entry.values(attribute).some((own) => typeof own === 'string' && own.toLowerCase() === value.toLowerCase());
  if (has('userPrincipalName', text)) return 0;
  if (has('sAMAccountName', user)) return 1;
  return has('mail', text) ? 2 : 3;
}
