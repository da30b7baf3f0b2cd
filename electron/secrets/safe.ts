import { rm } from 'node:fs/promises';
import * as z from 'zod/mini';
import { Secret } from '../../src/core/index.ts';
import { readStored, shredThenWrite, writeStored } from '../stored/index.ts';
import type { SafeStorage } from './backend.ts';

export interface Entry {
  /** As it was typed. */
  readonly user: string;
  /** Encrypted by the system's store, base64. */
  readonly sealed: string;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
}

const text = z.string().check(z.maxLength(10_000));
const safeSchema = z.object({
  version: z.literal(1),
  entries: z.array(z.object({ user: text, sealed: text, savedAt: text })).check(z.maxLength(1_000)),
});

/** The file with the encrypted passwords. One that makes no sense holds none: a copy would be one that nobody forgets. */
export async function readEntries(file: string): Promise<readonly Entry[]> {
  const stored = await readStored(file);
  const safe = stored.state === 'there' ? safeSchema.safeParse(stored.value) : null;
  return safe?.success ? safe.data.entries : [];
}

export function addEntries(file: string, entries: readonly Entry[]): Promise<void> {
  return writeStored(file, { version: 1, entries });
}

/** Writes what is left; what is gone from it is nowhere else. Rejects with Error when it still stands in the file. */
export async function removeEntries(file: string, left: readonly Entry[]): Promise<void> {
  await rm(`${file}.new`, { force: true });
  if ((await readStored(file)).state === 'absent') return;
  await shredThenWrite(file, { version: 1, entries: left });
  const found = await readEntries(file);
  if (found.length !== left.length) throw new Error('The passwords could not be deleted.');
}

/** The only place where a password becomes readable outside of the engine: to be encrypted by the system's store. */
export function seal(safeStorage: SafeStorage, secret: Secret): string {
  return safeStorage.encryptString(secret.reveal()).toString('base64');
}

/** null when the system's store cannot read it any more: its key is another one, or it was tampered with. */
export function unseal(safeStorage: SafeStorage, sealed: string): Secret | null {
  try {
    return new Secret(safeStorage.decryptString(Buffer.from(sealed, 'base64')));
  } catch {
    return null;
  }
}
