import type { SecretStore } from '../secrets/index.ts';
import type { Prepared } from './prepare.ts';
import type { Shelf } from './shelf.ts';
import type { Verdicts } from './verdicts.ts';

/** A password that a server has refused is not kept a moment longer, so that nobody tries it again by mistake. */
export function letGo(
  { request, password, relayPassword }: Prepared,
  { directory, relayRefused }: Verdicts,
  shelf: Pick<Shelf, 'refused' | 'mark'>,
): void {
  if (directory === 'rejected' && password) shelf.refused(password);
  if (!relayRefused) return;
  if (request.relayUser !== null && relayPassword) shelf.refused(relayPassword);
  if (request.relayUser === null && password) shelf.mark(password, 'spent');
}

/**
 * Stores the password that the directory has accepted, if that was asked for, and deletes stored ones that were
 * refused. A store that cannot says so itself, in its state.
 */
export async function settleStore(
  { request, remember, password, relayPassword }: Prepared,
  { directory, relayRefused }: Verdicts,
  shelf: Pick<Shelf, 'is'>,
  secrets: Pick<SecretStore, 'remember' | 'forget'>,
): Promise<void> {
  const { user, relayUser } = request;
  const work: Promise<unknown>[] = [];
  if (user !== null && password !== null) {
    if (directory === 'accepted' && remember) work.push(secrets.remember(user, password));
    if (directory === 'rejected' && shelf.is(password, 'stored')) work.push(secrets.forget(user));
  }
  if (relayUser !== null && relayPassword !== null && relayRefused && shelf.is(relayPassword, 'stored')) {
    work.push(secrets.forget(relayUser));
  }
  await Promise.allSettled(work);
}
