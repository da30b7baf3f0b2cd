import type { ChainRequest } from '../../src/chain/request.ts';
import { Secret } from '../../src/core/index.ts';
import type { AskedRun, CallArgument, PasswordSource } from '../contract.ts';
import { checkPasswords, type Invalid, type MadeRequest, signsIn } from '../request/index.ts';
import type { SecretStore } from '../secrets/index.ts';
import type { Passwords, Shelf } from './shelf.ts';

export interface Prepared extends Passwords {
  readonly request: ChainRequest;
  /** Store the directory's password once it was accepted. */
  readonly remember: boolean;
}

export interface Sources {
  makeRequest(asked: AskedRun): Promise<MadeRequest>;
  readonly secrets: Pick<SecretStore, 'recall'>;
  readonly shelf: Pick<Shelf, 'of' | 'mark' | 'is'>;
}

/** Everything that a run needs, or everything that is wrong with what was asked. */
export async function prepareRun(
  argument: CallArgument<'run.start'>,
  { makeRequest, secrets, shelf }: Sources,
): Promise<Prepared | { readonly invalid: readonly Invalid[] }> {
  const { asked, remember } = argument;
  const flawed = checkPasswords(argument);
  const typed = { password: closed(argument.password), relayPassword: closed(argument.relayPassword) };
  const made = await makeRequest(asked);
  if ('invalid' in made) return { invalid: [...made.invalid, ...flawed] };
  if (flawed.length > 0) return { invalid: flawed };

  const { request } = made;
  const wants = passwordsWanted(request);
  const find = async (field: keyof Passwords): Promise<Secret | null> => {
    const source = argument[field];
    const user = field === 'password' ? request.user : request.relayUser;
    if (!wants[field] || user === null) return null;
    if (source.kind === 'remembered') return storedPassword(user, secrets, shelf);
    return source.kind === 'same-as' ? keptPassword(field, source.run, request, shelf) : typed[field];
  };
  const found = { password: await find('password'), relayPassword: await find('relayPassword') };
  const missing = (['password', 'relayPassword'] as const).filter((field) => wants[field] && found[field] === null);
  if (missing.length > 0) return { invalid: missing.map((field) => ({ field, flaw: 'missing', value: '' })) };
  return { ...found, request, remember };
}

function closed(source: PasswordSource): Secret | null {
  return source.kind === 'typed' ? new Secret(source.text) : null;
}

function passwordsWanted(request: ChainRequest): Record<keyof Passwords, boolean> {
  const wanted = signsIn(request);
  return { password: wanted && request.user !== null, relayPassword: wanted && request.relayUser !== null };
}

async function storedPassword(user: string, secrets: Sources['secrets'], shelf: Sources['shelf']) {
  const secret = await secrets.recall(user);
  if (secret) shelf.mark(secret, 'stored');
  return secret;
}

/** The password of an earlier run; not for the relay that has refused it. */
function keptPassword(
  field: keyof Passwords,
  run: string,
  { goal, relayUser }: ChainRequest,
  shelf: Sources['shelf'],
): Secret | null {
  const secret = shelf.of(run)?.[field] ?? null;
  const meetsRelay = field === 'password' && goal !== 'sign-in' && relayUser === null;
  return secret !== null && meetsRelay && shelf.is(secret, 'spent') ? null : secret;
}
