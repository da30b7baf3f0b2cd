import { type Clock, failed, type Outcome, type Problem, warned } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { Step } from '../../run/index.ts';
import { describeResult, resultCode, resultProblem } from '../ldap/problem.ts';
import type { SearchAnswer } from '../ldap/session.ts';
import type { SignInName } from '../names/sign-in-name.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';
import { type Account, toAccount } from './account.ts';
import { chooseEntry } from './choose.ts';
import { accountQuery } from './query.ts';

const dayLength = 86_400_000;
/** Windows itself begins to warn so many days before (its default is 5; mail programs never do). */
const warningDays = 14;

/** Results that mean that there is no such entry here, or none that this person may see. */
const absent: ReadonlySet<number> = new Set([resultCode.noSuchObject, resultCode.referral]);

/**
 * Reads the entry of a person who has just signed in.
 *
 * @returns the account, with `ldap.no-mail-address` and `ldap.password-expires-soon` as warnings;
 *   `ldap.entry-not-found` when there is none, or more than one that fits
 */
export async function readAccount(
  { signedIn, name }: { readonly signedIn: SignedIn; readonly name: SignInName },
  clock: Clock,
  step: Step,
): Promise<Outcome<Account>> {
  const { session, dc } = signedIn;
  const answer = await session.search(accountQuery(name, dc.domain), step);
  if (!answer.ok) return failed(answer.error);
  const { result } = answer.value;
  const isUsable = result.code === resultCode.success || result.code === resultCode.sizeLimitExceeded;
  if (!isUsable && !absent.has(result.code)) return failed(resultProblem(result, dc.host));
  const entry = chooseEntry(answer.value.entries, name);
  if (entry === null) return failed(notFound(answer.value, name, dc.host));
  for (const attribute of entry.incomplete)
    step.line('ldap', session.peer, 'note', `${attribute} has more values than these`);
  const account = toAccount(entry);
  step.report({ account });
  return warned(account, warnings(account, name, clock.date()));
}

function notFound({ result, entries, references }: SearchAnswer, { text: user }: SignInName, host: string): Problem {
  const evidence = [
    describeResult(result),
    ...entries.map(({ dn }) => `fits as well as others: ${dn}`),
    ...references.map((uri) => `refers to ${uri} (not followed)`),
  ];
  return problem('ldap.entry-not-found', { user, host }, { evidence });
}

function warnings({ mail, passwordExpiresAt }: Account, { text: user }: SignInName, now: Date): Problem[] {
  const noMail = mail === null ? [problem('ldap.no-mail-address', { user })] : [];
  const left = passwordExpiresAt === null ? null : new Date(passwordExpiresAt).getTime() - now.getTime();
  if (passwordExpiresAt === null || left === null || left < 0 || left > warningDays * dayLength) return noMail;
  const args = { user, days: Math.ceil(left / dayLength), date: passwordExpiresAt.slice(0, 10) };
  return [...noMail, problem('ldap.password-expires-soon', args)];
}
