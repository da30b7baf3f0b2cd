import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { startWorld, stopWorld, worldIsRunning } from './index.ts';
import { assetDir } from './paths.ts';

/**
 * vitest's globalSetup. Installs what is missing, builds the world, and removes it afterwards; a world that was already
 * running is left running, as is every world when WAYPOST_LAB_KEEP is set.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('the lab needs Linux and root');
  execFileSync(join(assetDir, 'install.sh'), { stdio: ['ignore', 'ignore', 'inherit'], timeout: 600_000 });
  const wasRunning = await worldIsRunning();
  await startWorld();
  const isKept = wasRunning || Boolean(process.env['WAYPOST_LAB_KEEP']);
  return isKept ? async () => undefined : stopWorld;
}
