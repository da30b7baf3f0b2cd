export { feedOf } from './feed.ts';
export { loadUpdater } from './load-updater.ts';
export { type AppUpdater, createUpdates, type Updates } from './updates.ts';
