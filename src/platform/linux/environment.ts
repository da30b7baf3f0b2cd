import type { SearchSuffix } from '../os-dns-config.ts';
import { applyOptions, type ResolverOptions } from '../resolver-options.ts';
import { type ResolvConf, toSuffixes } from './resolv-conf.ts';

/** RES_OPTIONS amends the options of the file (resolv.conf(5)). */
export function withResOptions(conf: ResolvConf, value: string | null, notes: string[]): ResolverOptions {
  if (value === null || value.trim() === '') return conf;
  notes.push('The environment variable RES_OPTIONS amends the resolver options');
  return applyOptions(conf, value.trim().split(/\s+/), notes);
}

/**
 * LOCALDOMAIN replaces the search list of the file (resolv.conf(5)); null when it is not set. It is set by the
 * person's own session, so it approves nothing.
 */
export function localDomainSearch(value: string | null, notes: string[]): SearchSuffix[] | null {
  if (value === null || value.trim() === '') return null;
  const source = 'environment variable LOCALDOMAIN';
  return toSuffixes(value.trim().split(/\s+/), source, notes).map((suffix) => ({ suffix, origin: 'user', source }));
}
