import { isDeepStrictEqual } from 'node:util';
import { type Parsed, parseCertificateText, parseDomain, parseServer } from '../../src/chain/parse/index.ts';
import { err, ok, type Result } from '../../src/core/index.ts';
import type { CallArgument, Settings, SettingsChange } from '../contract.ts';
import type { PolicyValues } from '../policy/index.ts';
import { toSettings } from './defaults.ts';
import { given } from './given.ts';

export type SettingsPatch = CallArgument<'settings.change'>;

export type Invalid = Extract<SettingsChange, { invalid: unknown }>['invalid'];

/** A change as it is stored: names in their usual form, certificates as PEM. Or all that is of no use in it, or locked. */
export function checkPatch(patch: SettingsPatch, { locked }: PolicyValues): Result<Partial<Settings>, Invalid> {
  const { server, domain, approvedDomains, ca } = patch;
  const invalid: Invalid = [];
  /** Empty text is no value. */
  const read = (field: keyof Settings, text: string, parse: (text: string) => Parsed<string>): string => {
    if (text.trim() === '') return '';
    const value = parse(text.trim());
    if (value.ok) return value.value;
    invalid.push({ field, flaw: value.error, value: text });
    return '';
  };
  const readDomains = (texts: readonly string[]): string[] => {
    const domains = texts.map((text) => read('approvedDomains', text, parseDomain));
    return [...new Set(domains)].filter((name) => name !== '');
  };
  const checked: Partial<Settings> = given({
    ...patch,
    server: server === undefined ? server : read('server', server, parseServer),
    domain: domain === undefined ? domain : read('domain', domain, parseDomain),
    approvedDomains: approvedDomains && readDomains(approvedDomains),
    ca: ca === undefined ? ca : read('ca', ca, parseCertificateText),
  });
  const fixed = toSettings(locked);
  for (const field of Object.keys(fixed) as (keyof Settings)[]) {
    const isChanged = checked[field] !== undefined && !isDeepStrictEqual(checked[field], fixed[field]);
    if (isChanged) invalid.push({ field, flaw: 'locked', value: '' });
  }
  return invalid.length > 0 ? err(invalid) : ok(checked);
}
