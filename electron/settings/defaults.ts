import { times } from '../../src/core/index.ts';
import type { Settings } from '../contract.ts';
import type { PolicyValues } from '../policy/index.ts';
import { given } from './given.ts';

const defaults: Settings = {
  language: 'system',
  appearance: 'system',
  server: '',
  domain: '',
  approvedDomains: [],
  ca: '',
  timeout: times.run / 1_000,
  historyDays: 30,
  checkForUpdates: false,
};

/** The settings that hold: what is locked, else what the person has chosen, else what is pre-set, else the usual. */
export function laidOver(chosen: Partial<Settings>, { locked, preset }: PolicyValues): Settings {
  return { ...defaults, ...toSettings(preset), ...chosen, ...toSettings(locked) };
}

/** What a policy says about the settings. */
export function toSettings(fields: PolicyValues['locked']): Partial<Settings> {
  const { server, domain, approvedDomains, ca, timeout, language, updates } = fields;
  return given({ server, domain, approvedDomains, ca: ca?.pem, timeout, language, checkForUpdates: updates });
}
