import type { AppInfo, SecretStoreState } from '../../../electron/contract.ts';

/** Whether a password may be kept here, and a store is there that hides it. */
export function canRemember({ secrets, policy }: AppInfo): boolean {
  return secrets.state === 'ready' && policy.rememberPasswords;
}

/** Whether the store holds a password for this sign-in name, in whichever case it was typed. */
export function storedFor(user: string, { state, remembered }: SecretStoreState): boolean {
  const name = user.trim().toLowerCase();
  return state === 'ready' && remembered.some((one) => one.user.toLowerCase() === name);
}
