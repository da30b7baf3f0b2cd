import { join } from 'node:path';
import type { ClientUndone } from '../../contract.ts';
import type { Computer } from '../computer.ts';
import { detectClient } from '../detect/index.ts';
import { readManifest, undoPlacing } from '../place/index.ts';
import { ways } from './ways.ts';

/** Takes back what one opening has done: all of it, or nothing, and then it is said what is in the way. */
export async function undoOpening(undo: string, backups: string, computer: Computer): Promise<ClientUndone> {
  const backup = join(backups, undo);
  const manifest = await readManifest(backup);
  if (manifest === null) return { restored: false, reason: 'gone', detail: '' };
  const { client } = manifest;
  const installed = await detectClient(client, computer);
  const homes = [computer.home, ...(installed === null ? [] : [installed.home])];
  if (await computer.isRunning(ways[client]?.processes ?? [], homes)) {
    return { restored: false, reason: 'running', detail: '' };
  }
  const undone = await undoPlacing(backup, manifest);
  return undone.ok ? { restored: true, aside: undone.value } : { restored: false, ...undone.error };
}
