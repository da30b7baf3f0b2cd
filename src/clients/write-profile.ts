import { err, ok, type Problem, type Result } from '../core/index.ts';
import { type Language, problem } from '../problems/index.ts';
import type { ClientAccount, OutgoingServer } from './account.ts';
import { checkAccount, hasMailbox } from './check.ts';
import type { Profile } from './profile.ts';
import type { ClientWriter } from './writer.ts';

/** The files of an account for a client, or why its format cannot hold the account. Pure: nothing is written to a disk. */
export function writeProfile(
  client: ClientWriter,
  account: ClientAccount,
  language: Language = 'en',
): Result<Profile, Problem> {
  const checked = checkAccount(fitted(account, client), client);
  if (!checked.ok) return checked;
  if (client.mailbox !== 'required') return ok(client.write(checked.value, language));
  if (hasMailbox(checked.value)) return ok(client.write(checked.value, language));
  return err(problem('settings.client-needs-mailbox', { client: client.title }));
}

/** The account with the first way to sign in, at each server, that the client knows; the first of all where it knows none. */
function fitted(account: ClientAccount, client: ClientWriter): ClientAccount {
  const withKnown = <S extends OutgoingServer>(server: S): S => {
    const ways = [server.authentication, ...(server.otherwise ?? [])];
    const known = ways.find((way) => client.authentication.includes(way));
    return { ...server, authentication: known ?? server.authentication };
  };
  const { incoming, outgoing } = account;
  return { ...account, incoming: incoming === null ? null : withKnown(incoming), outgoing: withKnown(outgoing) };
}
