import { toSuffix } from '../names.ts';
import { type OriginEvidence, strongestEvidence } from '../origin.ts';
import type { SearchSuffix } from '../os-dns-config.ts';
import type { OsRecorder } from '../os-recorder.ts';
import { type Author, BY_HAND } from './author.ts';
import { linkTitle, type ResolvedLink } from './links.ts';
import type { ResolvConf } from './resolv-conf.ts';

/** The suffixes of the file in its order, then those that only resolved's links have (its static stub file has none). */
export function configuredSearch(
  conf: ResolvConf,
  author: Author,
  links: readonly ResolvedLink[],
  evidence: readonly OriginEvidence[],
): SearchSuffix[] {
  const fromFile = conf.search.map(({ suffix, line }): SearchSuffix => {
    const where = `resolv.conf line ${line}`;
    const known = strongestEvidence(suffix, evidence);
    // "Unknown" is no evidence against the author of the file.
    if (known !== null && known.origin !== 'unknown')
      return { suffix, origin: known.origin, source: `${where}, from ${known.source}` };
    return { suffix, origin: author.origin, source: author === BY_HAND ? where : `${where}, by ${author.name}` };
  });
  const fromLinks = links.flatMap((link) =>
    link.domains
      .filter(({ routeOnly }) => !routeOnly)
      .map(({ domain }): SearchSuffix => {
        const known = strongestEvidence(domain, evidence);
        return { suffix: domain, origin: known?.origin ?? 'unknown', source: known?.source ?? linkTitle(link) };
      }),
  );
  return [...fromFile, ...fromLinks];
}

/** resolv.conf(5): without a search list, the domain part of the host name. DHCP may have set a host name, too. */
export async function hostnameSearch(recorder: OsRecorder): Promise<SearchSuffix[]> {
  const { hostname } = recorder;
  const dot = hostname.indexOf('.');
  const suffix = dot < 0 ? null : toSuffix(hostname.slice(dot + 1));
  if (suffix === null) return [];
  const configured = (await recorder.readFile('/etc/hostname'))?.trim().toLowerCase();
  const origin = configured === hostname.toLowerCase() ? 'static' : 'unknown';
  return [{ suffix, origin, source: `host name ${hostname}` }];
}
