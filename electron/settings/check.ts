import { isDeepStrictEqual } from 'node:util';
import { type Parsed, parseCertificateText, parseDomain, parseServer } from '../../src/chain/parse/index.ts';
import type { TextFlaw } from '../../src/core/index.ts';
import type { CallArgument, Settings } from '../contract.ts';
import type { PolicyValues } from '../policy/index.ts';
import { toSettings } from './defaults.ts';
import { given } from './given.ts';

export type SettingsPatch = CallArgument<'settings.change'>;

/**
 * A change as it is stored: names in their usual form, certificates as PEM. Throws Error with the name of the setting
 * when its value is of no use, or locked.
 */
export function checkPatch(patch: SettingsPatch, { locked }: PolicyValues): Partial<Settings> {
  const { server, domain, approvedDomains, ca } = patch;
  const checked: Partial<Settings> = given({
    ...patch,
    server: server === undefined ? server : read('server', server, parseServer),
    domain: domain === undefined ? domain : read('domain', domain, parseDomain),
    approvedDomains: approvedDomains && readDomains(approvedDomains),
    ca: ca === undefined ? ca : read('ca', ca, parseCertificateText),
  });
  const changes = new Map<string, unknown>(Object.entries(checked));
  for (const [name, value] of Object.entries(toSettings(locked))) {
    if (changes.has(name) && !isDeepStrictEqual(changes.get(name), value)) throw refusal(name, 'locked');
  }
  return checked;
}

/** Empty text is no value. */
function read(name: string, text: string, parse: (text: string) => Parsed<string>): string {
  if (text.trim() === '') return '';
  const value = parse(text.trim());
  if (value.ok) return value.value;
  throw refusal(name, value.error);
}

function readDomains(texts: readonly string[]): string[] {
  const domains = texts.map((text) => read('approvedDomains', text, parseDomain));
  return [...new Set(domains)].filter((domain) => domain !== '');
}

function refusal(name: string, flaw: TextFlaw | 'locked'): Error {
  return new Error(`The setting ${name} cannot be changed so: ${flaw}.`);
}
