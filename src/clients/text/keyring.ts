import { idOf } from '../ids.ts';
import type { Note } from '../profile.ts';

/**
 * The command that reads the account's password from the keyring, and the note that says how it gets in there. Nothing that
 * anybody typed is part of either: the attribute is the account's id.
 */
export function keyring(address: string): { readonly read: string; readonly note: Note } {
  const attribute = `waypost ${idOf(address, 'keyring')}`;
  return {
    read: `secret-tool lookup ${attribute}`,
    note: { code: 'store-password', command: `secret-tool store --label=Mail ${attribute}` },
  };
}
