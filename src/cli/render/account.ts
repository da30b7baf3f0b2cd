import type { Report } from '../../run/index.ts';
import { factLines } from './fact-list.ts';
import type { Line } from './line.ts';

import { count, day, daysBetween } from './units.ts';

/** Who the directory says the person is. */
export function accountSection({ chain: { account, signIn }, startedAt }: Report, width: number): Line[] {
  if (account === null) return [];
  const { passwordExpiresAt, badPasswordCount, lastBadPasswordAt } = account;
  const failures = badPasswordCount ? count(badPasswordCount, 'wrong password') : '';
  const last = failures && lastBadPasswordAt ? `, the last on ${day(lastBadPasswordAt)}` : '';
  return factLines(
    {
      title: 'Account',
      facts: [
        ['name', account.displayName ?? ''],
        ['mail', account.mail ?? 'none'],
        ['further addresses', account.aliases.join(', ')],
        ['user principal name', account.userPrincipalName ?? ''],
        ['account name', account.samAccountName ?? ''],
        ['home server', account.homeServer ?? ''],
        ['password expires', passwordExpiresAt === null ? '' : expiry(startedAt, passwordExpiresAt)],
        ['counted by this server', failures + last],
        ['signed in as', signIn?.principal ?? ''],
        ['at', signIn?.host ?? ''],
        ['distinguished name', account.dn],
      ],
    },
    width,
  );
}

function expiry(now: string, at: string): string {
  const days = daysBetween(now, at);
  return days < 0 ? `expired on ${day(at)}` : `in ${count(days, 'day')}, on ${day(at)}`;
}
