import type { OsRecorder } from '../../src/platform/index.ts';
import type { SecretStoreState } from '../contract.ts';
import { keyringState } from './keyring.ts';

/** What of Electron's `safeStorage` is used. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
  /** Linux only, and not in the oldest versions. */
  getSelectedStorageBackend?(): string;
}

export interface Backend {
  readonly state: Extract<SecretStoreState['state'], 'ready' | 'plain-text' | 'none' | 'locked'>;
  /** Its name, for people. */
  readonly name: string;
}

type Machine = Pick<OsRecorder, 'run'>;

/**
 * Asks what the system has to keep secrets in. On Linux, Electron itself may only be asked about a keyring that is
 * open: with a locked one its answer stops the whole program until somebody types the keyring's password, or for ever.
 */
export async function findBackend(safeStorage: SafeStorage, platform: string, machine: Machine): Promise<Backend> {
  if (platform === 'linux') return findLinuxBackend(safeStorage, machine);
  const name = platform === 'darwin' ? 'macOS Keychain' : 'Windows DPAPI';
  return safeStorage.isEncryptionAvailable() ? { state: 'ready', name } : { state: 'none', name };
}

async function findLinuxBackend(safeStorage: SafeStorage, machine: Machine): Promise<Backend> {
  const selected = safeStorage.getSelectedStorageBackend?.() ?? 'gnome_libsecret';
  if (selected === 'basic_text') return { state: 'plain-text', name: '' };
  const wallet = /^kwallet\d*$/.exec(selected)?.[0] ?? null;
  const name = wallet === null ? 'Secret Service' : 'KWallet';
  const state = await keyringState(machine, wallet);
  if (state !== 'open') return { state: state === 'locked' ? 'locked' : 'none', name };
  return { state: safeStorage.isEncryptionAvailable() ? 'ready' : 'none', name };
}
