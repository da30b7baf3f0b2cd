import type { AppInfo } from '../../electron/contract.ts';

/** A program on a machine without policy, keyring or demo. */
export function anAppInfo(changes: Partial<AppInfo> = {}): AppInfo {
  return {
    version: '0.1.0',
    platform: 'linux',
    locale: 'en-GB',
    versions: [{ name: 'Electron', version: '45.4.1' }],
    settings: {
      language: 'system',
      appearance: 'system',
      server: '',
      domain: '',
      approvedDomains: [],
      ca: '',
      timeout: 60,
      historyDays: 30,
      checkForUpdates: false,
    },
    policy: { fields: [], sendTests: true, updates: true, rememberPasswords: true, faults: [] },
    secrets: { state: 'ready', backend: 'GNOME Keyring', remembered: [] },
    demo: null,
    update: { state: 'off', version: '', detail: '' },
    suggestedUser: '',
    openedFile: false,
    ...changes,
  };
}
