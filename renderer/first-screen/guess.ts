import type { AppInfo } from '../../electron/contract.ts';

export type GuessedLanguage = 'en' | 'de';

/**
 * What the first screen is drawn from while the program is built: a computer of which nothing is known. The window shows
 * that before the main process has answered, and nothing in it is believed.
 */
export function guess(language: GuessedLanguage): AppInfo {
  return {
    version: '',
    platform: 'linux',
    locale: language,
    versions: [],
    settings: {
      language,
      appearance: 'system',
      server: '',
      domain: '',
      approvedDomains: [],
      ca: '',
      timeout: 60,
      historyDays: 0,
      checkForUpdates: false,
    },
    policy: { fields: [], sendTests: true, updates: true, rememberPasswords: false, faults: [] },
    secrets: { state: 'none', backend: '', remembered: [] },
    demo: null,
    update: { state: 'off', version: '', detail: '' },
    suggestedUser: '',
    openedFile: false,
  };
}
