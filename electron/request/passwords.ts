import { Secret } from '../../src/core/index.ts';
import type { CallArgument, PasswordSource } from '../contract.ts';
import type { Invalid } from './faultfinder.ts';

type Asked = Pick<CallArgument<'run.start'>, 'asked' | 'password' | 'relayPassword'>;

const signingIn: ReadonlySet<string> = new Set(['diagnose', 'sign-in', 'send', 'set-up']);

/** Whether a run signs in as anybody: a search for settings does when it is told as whom. */
export function signsIn({ goal, user }: { readonly goal: string; readonly user: string | null }): boolean {
  return signingIn.has(goal) || (goal === 'discover' && user !== null && user.trim() !== '');
}

/** What is wrong with the passwords of a form; never what they are. */
export function checkPasswords({ asked, password, relayPassword }: Asked): readonly Invalid[] {
  if (!signsIn(asked)) return [];
  const relay = asked.relayUser.trim() === '' ? [] : check('relayPassword', relayPassword);
  return [...check('password', password), ...relay];
}

function check(field: 'password' | 'relayPassword', source: PasswordSource): readonly Invalid[] {
  if (source.kind === 'none') return [{ field, flaw: 'missing', value: '' }];
  // No server may ever see one that is empty, blank or holds NUL (RFC 4513 5.1.2).
  const isUsable = source.kind !== 'typed' || new Secret(source.text).usable;
  return isUsable ? [] : [{ field, flaw: 'unusable-password', value: '' }];
}
