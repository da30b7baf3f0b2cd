import type { Settings } from '../contract.ts';

/** Until the real ones are there. */
export const firstSettings: Settings = {
  language: 'system',
  appearance: 'system',
  server: '',
  domain: '',
  approvedDomains: [],
  ca: '',
  timeout: 60,
  historyDays: 30,
  checkForUpdates: false,
};
