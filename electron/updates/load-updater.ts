import { createRequire } from 'node:module';
import type { AppUpdater } from './updates.ts';

interface FeedUpdater extends AppUpdater {
  setFeedURL(feed: { readonly provider: 'generic'; readonly url: string }): void;
}

/**
 * Loads electron-updater out of the script that `build/app/bundle.mjs` makes of it: a third of a second, so not at start.
 *
 * @param feed an administrator's, instead of the one that packaging wrote down
 */
export async function loadUpdater(script: string, feed: string | null): Promise<AppUpdater> {
  const { autoUpdater } = createRequire(script)(script) as { readonly autoUpdater: FeedUpdater };
  if (feed !== null) autoUpdater.setFeedURL({ provider: 'generic', url: feed });
  return autoUpdater;
}
