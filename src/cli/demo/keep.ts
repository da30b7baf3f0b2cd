import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lab } from '../../lab/index.ts';
import type { Terminal } from '../terminal.ts';
import { commandsFor } from './commands.ts';

/** Leaves the world running and says how to point commands at it, until Ctrl-C. */
export async function keepRunning(
  lab: Lab,
  out: Terminal['stdout'],
  { program }: Pick<Terminal, 'program'>,
  signal: AbortSignal,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'waypost-demo-'));
  try {
    const ca = join(folder, 'ca.pem');
    await writeFile(ca, lab.ca, { mode: 0o600 });
    out.write(`\n${commandsFor(lab, ca, program).join('\n')}\n\nIt runs until Ctrl-C.\n`);
    await untilEnd(signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function untilEnd(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
