import { randomUUID } from 'node:crypto';
import { join, sep } from 'node:path';
import type { ClientName } from '../../../src/clients/index.ts';
import type { ClientOpened } from '../../contract.ts';
import { codeOf, placeFiles, readManifest, undoPlacing } from '../place/index.ts';
import { startProgram } from '../start.ts';
import type { Situation, Steps, Way } from './way.ts';

/**
 * Puts a profile where its client finds it, and starts the client. Where it does not start, nothing stays behind.
 *
 * @param backups where copies of what is replaced are kept, a folder each time
 */
export async function openClient(
  client: ClientName,
  way: Way,
  situation: Situation,
  backups: string,
): Promise<ClientOpened> {
  const { installed, computer } = situation;
  if (await computer.isRunning(way.processes, [computer.home, installed.home])) return cannot('running', '');
  const steps = await plan(way, situation);
  if (typeof steps === 'string') return cannot('cannot-write', steps);
  const undo = randomUUID();
  const backup = join(backups, undo);
  const placed = await placeFiles({ client, files: steps.files, own: steps.own, inside: foldersOf(situation) }, backup);
  if (!placed.ok) return { opened: false, ...placed.error };
  await steps.afterwards?.();
  const started = await startProgram(steps.start, computer);
  if (!started.ok) {
    const manifest = await readManifest(backup);
    const isBack = manifest === null || (await undoPlacing(backup, manifest)).ok;
    return isBack ? cannot('cannot-start', started.error) : cannot('left-behind', backup);
  }
  const { changed, replaced } = placed.value;
  return { opened: true, undo: changed ? undo : null, replaced, backup: replaced > 0 ? backup : '' };
}

/**
 * Where files may be put: in the person's folder, and in that of settings where the session has it elsewhere. One that is in the
 * person's folder by its name must be there.
 */
function foldersOf({ computer: { home }, installed: { config } }: Situation): readonly string[] {
  return config.startsWith(join(home, sep)) ? [home] : [home, config];
}

/** The steps, or the system's word for why they cannot be worked out. */
async function plan(way: Way, situation: Situation): Promise<Steps | string> {
  try {
    return await way.plan(situation);
  } catch (error) {
    return codeOf(error);
  }
}

function cannot(reason: 'running' | 'cannot-write' | 'cannot-start' | 'left-behind', detail: string): ClientOpened {
  return { opened: false, reason, detail };
}
