import { statePath } from './paths.ts';
import { must } from './run.ts';
import type { DcName } from './samba.ts';
import { users } from './users.ts';

/** How many failed sign-ins this DC has counted for the account. Each DC has its own count. */
export async function badPwdCount(sam: string, dc: DcName = 'dc1'): Promise<number> {
  const found = await ask(dc, `(sAMAccountName=${sam})`, 'badPwdCount');
  const count = /^badPwdCount: (\d+)$/m.exec(found)?.[1];
  return count === undefined ? 0 : Number(count);
}

/** Forgets failed sign-ins on both DCs, except of the account that is meant to be locked. */
export async function resetBadPasswords(): Promise<void> {
  await Promise.all((['dc1', 'dc2'] as const).map(resetOn));
}

async function resetOn(dc: DcName): Promise<void> {
  const filter = `(&(objectClass=user)(badPwdCount>=1)(!(sAMAccountName=${users.locked.sam})))`;
  const found = await ask(dc, filter, 'dn');
  const dns = found.replaceAll('\n ', '').match(/^dn::? .*$/gm) ?? [];
  // lockoutTime 0 is how an administrator unlocks: the DC sets the count back with it.
  const changes = dns.map((dn) => `${dn}\nchangetype: modify\nreplace: lockoutTime\nlockoutTime: 0\n`);
  if (changes.length > 0) await must(['ldbmodify', '-H', database(dc)], { input: changes.join('\n'), timeout: 10_000 });
}

function ask(dc: DcName, filter: string, attribute: string): Promise<string> {
  return must(['ldbsearch', '-H', database(dc), filter, attribute], { timeout: 10_000 });
}

// The DC's own file: it can be asked whatever faults the network has, and that counts as no sign-in.
const database = (dc: DcName) => statePath(dc, 'private', 'sam.ldb');
