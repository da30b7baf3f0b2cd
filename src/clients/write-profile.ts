import { err, ok, type Problem, type Result } from '../core/index.ts';
import { type Language, problem } from '../problems/index.ts';
import type { ClientAccount } from './account.ts';
import { checkAccount, hasMailbox } from './check.ts';
import type { Profile } from './profile.ts';
import type { ClientWriter } from './writer.ts';

/** The files of an account for a client, or why its format cannot hold the account. Pure: nothing is written to a disk. */
export function writeProfile(
  client: ClientWriter,
  account: ClientAccount,
  language: Language = 'en',
): Result<Profile, Problem> {
  const checked = checkAccount(account, client);
  if (!checked.ok) return checked;
  if (client.mailbox !== 'required') return ok(client.write(checked.value, language));
  if (hasMailbox(checked.value)) return ok(client.write(checked.value, language));
  return err(problem('settings.client-needs-mailbox', { client: client.title }));
}
