export { feedOf } from './feed.ts';
export { type AppUpdater, createUpdates, type Updates } from './updates.ts';
