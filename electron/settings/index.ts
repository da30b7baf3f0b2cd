/** What the person has chosen, under what the administrators have. */
export { openSettings, type SettingsStore } from './settings-store.ts';
