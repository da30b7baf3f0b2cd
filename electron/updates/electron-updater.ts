// A script of its own (see `build/app/bundle.mjs`), so that reading it costs nobody anything who has no feed.
export { autoUpdater } from 'electron-updater';
