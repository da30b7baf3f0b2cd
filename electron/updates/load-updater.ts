import { createRequire } from 'node:module';
import type { AppUpdater } from './updates.ts';

/** Loads electron-updater out of the script that `build/app/bundle.mjs` makes of it: a third of a second, so not at start. */
export async function loadUpdater(script: string): Promise<AppUpdater> {
  const { autoUpdater } = createRequire(script)(script) as { readonly autoUpdater: AppUpdater };
  return autoUpdater;
}
