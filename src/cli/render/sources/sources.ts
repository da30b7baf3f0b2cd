import type { SourceName } from '../../../run/index.ts';

/** The places where settings are looked for, as people call them. */
export const sourceLabels: Readonly<Record<SourceName, string>> = {
  directory: 'Active Directory',
  dns: 'SRV records',
  autoconfig: 'autoconfig',
  pacc: 'PACC',
  autodiscover: 'Autodiscover',
  provider: 'known providers',
  'common-names': 'usual names',
};
