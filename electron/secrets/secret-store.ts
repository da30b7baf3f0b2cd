import { join } from 'node:path';
import type { Secret } from '../../src/core/index.ts';
import { nodeRecorder, type OsRecorder } from '../../src/platform/index.ts';
import type { SecretStoreState } from '../contract.ts';
import { createQueue } from '../stored/index.ts';
import { type Backend, findBackend, type SafeStorage } from './backend.ts';
import { addEntries, type Entry, readEntries, removeEntries, seal, unseal } from './safe.ts';

export interface SecretStoreOptions {
  /** The user's data folder. */
  readonly folder: string;
  readonly safeStorage: SafeStorage;
  readonly platform: string;
  /** Whether the policy permits to remember passwords; where it does not, those remembered before are deleted. */
  readonly allowed: boolean;
  readonly demo: boolean;
  readonly machine?: Pick<OsRecorder, 'run'>;
}

export interface SecretStore {
  /** `none` until the system's store has been asked. */
  state(): SecretStoreState;
  /**
   * Asks whether the system's store can be used, which may take a moment: not before the first screen is there. The
   * other calls ask where they need to.
   */
  look(): Promise<SecretStoreState>;
  /** The same, where the store was there and locked: its owner may have opened it meanwhile. */
  lookAgain(): Promise<SecretStoreState>;
  recall(user: string): Promise<Secret | null>;
  /** Rejects with Error where nothing may or can be remembered. */
  remember(user: string, secret: Secret): Promise<void>;
  /** Deletes for good, one user's password or those of `all`; needs no keyring. Rejects with Error when that failed. */
  forget(user: string): Promise<SecretStoreState>;
  onChange(take: (state: SecretStoreState) => void): void;
}

/** The passwords that people let this computer remember, encrypted by the system's own store. */
export async function openSecretStore(options: SecretStoreOptions): Promise<SecretStore> {
  const { folder, safeStorage, platform, allowed, demo, machine = nodeRecorder() } = options;
  const file = join(folder, 'secrets.json');
  const inTurn = createQueue();
  const listeners: ((state: SecretStoreState) => void)[] = [];
  let backend: Backend = { state: 'none', name: '' };
  let entries: readonly Entry[] = demo ? [] : await readEntries(file);

  const state = (): SecretStoreState => ({
    state: demo ? 'demo' : allowed ? backend.state : 'forbidden',
    backend: backend.name,
    remembered: entries.map(({ user, savedAt }) => ({ user, savedAt })),
  });
  const changed = (): SecretStoreState => {
    for (const take of listeners) take(state());
    return state();
  };
  const look = async (): Promise<SecretStoreState> => {
    if (demo || !allowed || backend.state === 'ready') return state();
    const before = backend;
    backend = await findBackend(safeStorage, platform, machine);
    return before.state === backend.state && before.name === backend.name ? state() : changed();
  };
  const remove = async (isGone: (entry: Entry) => boolean): Promise<SecretStoreState> => {
    if (demo) return state();
    const left = entries.filter((entry) => !isGone(entry));
    await removeEntries(file, left);
    entries = left;
    return changed();
  };
  // Where that fails they are still never used, and stay in the list.
  if (!allowed) await remove(() => true).catch(() => {});

  return {
    state,
    look: () => inTurn(look),
    lookAgain: () => inTurn(async () => (backend.state === 'locked' ? look() : state())),
    recall: (user) =>
      inTurn(async () => {
        const entry = entries.find((one) => isFor(one, user));
        if (entry === undefined || (await look()).state !== 'ready') return null;
        return unseal(safeStorage, entry.sealed);
      }),
    remember: (user, secret) =>
      inTurn(async () => {
        if ((await look()).state !== 'ready') throw new Error('This computer has no store that may keep passwords.');
        const entry = { user, sealed: seal(safeStorage, secret), savedAt: new Date().toISOString() };
        const next = [...entries.filter((one) => !isFor(one, user)), entry];
        await addEntries(file, next);
        entries = next;
        changed();
      }),
    forget: (user) => inTurn(() => remove((entry) => user === 'all' || isFor(entry, user))),
    onChange: (take) => listeners.push(take),
  };
}

/** Sign-in names do not differ by case. */
function isFor(entry: Entry, user: string): boolean {
  return entry.user.toLowerCase() === user.toLowerCase();
}
