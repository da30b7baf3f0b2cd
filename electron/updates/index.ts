export { feedOf } from './feed.ts';
export { loadUpdater } from './load-updater.ts';
export { type AppUpdater, createUpdates } from './updates.ts';
