import { toSuffix, uniqueSuffixes } from '../names.ts';
import { type OriginEvidence, strongestEvidence } from '../origin.ts';
import type { DnsServerSetting, OsDnsConfig, SearchSuffix } from '../os-dns-config.ts';
import type { OsRecorder } from '../os-recorder.ts';
import { DNS_PORT } from '../servers.ts';
import { type Author, BY_HAND, NETWORK_MANAGER, RESOLVED, resolvConfAuthor } from './author.ts';
import { localDomainSearch, withResOptions } from './environment.ts';
import { joinedDomain } from './join.ts';
import { linkTitle, type ResolvedLink } from './links.ts';
import { leaseEvidence, networkdEvidence, networkManagerEvidence } from './origins.ts';
import { parseResolvConf, type ResolvConf } from './resolv-conf.ts';
import { asksResolved, linkEvidence, readResolved, scopedByLinks } from './resolved.ts';

const RESOLV_CONF = '/etc/resolv.conf';

/**
 * The DNS settings of a Linux machine (or another Unix with a resolv.conf). The servers are those of resolv.conf,
 * because these are what every other program asks: with systemd-resolved that is its stub, which does the routing
 * by domain that `scoped` describes.
 */
export async function readLinuxDns(recorder: OsRecorder, signal: AbortSignal): Promise<OsDnsConfig> {
  const [text, realPath, machineDomain, leases] = await Promise.all([
    recorder.readFile(RESOLV_CONF),
    recorder.realPath(RESOLV_CONF),
    readJoin(recorder),
    leaseEvidence(recorder),
  ]);
  const conf = parseResolvConf(text ?? '');
  const notes = [...conf.notes];
  if (text === null) notes.push(`${RESOLV_CONF} cannot be read; the defaults of the C library apply`);
  const author = resolvConfAuthor(text ?? '', realPath);
  const resolved = author === RESOLVED || asksResolved(conf);
  if (author !== BY_HAND) notes.push(`resolv.conf was written by ${author.name}`);

  const [links, networkd, profiles] = await Promise.all([
    resolved ? readResolved(recorder, signal) : null,
    resolved ? networkdEvidence(recorder, signal) : [],
    resolved || author === NETWORK_MANAGER ? networkManagerEvidence(recorder, signal) : [],
  ]);
  if (resolved && links === null) notes.push('systemd-resolved is in charge, but resolvectl tells nothing about its links');
  const evidence = [...networkd, ...profiles, ...leases, ...linkEvidence(links ?? [])];
  noteRoutes(links ?? [], notes);

  const options = withResOptions(conf, recorder.environment('RES_OPTIONS'), notes);
  const search =
    localDomainSearch(recorder.environment('LOCALDOMAIN'), notes) ??
    (conf.hasSearch || resolved
      ? searchOf(conf, author, links ?? [], evidence)
      : await hostnameSearch(recorder));
  return {
    servers: conf.servers.length > 0 ? conf.servers : [localServer(notes)],
    search: uniqueSuffixes(search),
    ndots: options.ndots,
    timeout: options.timeout,
    attempts: options.attempts,
    rotate: options.rotate,
    useTcp: options.useTcp,
    machineDomain,
    scoped: scopedByLinks(links ?? []),
    notes,
    source: links === null ? RESOLV_CONF : 'resolvectl',
  };
}

/** The suffixes of the file in its order, then those that only resolved's links have (its static stub file has none). */
function searchOf(
  conf: ResolvConf,
  author: Author,
  links: readonly ResolvedLink[],
  evidence: readonly OriginEvidence[],
): SearchSuffix[] {
  const fromFile = conf.search.map(({ suffix, line }): SearchSuffix => {
    const where = `resolv.conf line ${line}`;
    const known = strongestEvidence(suffix, evidence);
    if (known !== null) return { suffix, origin: known.origin, source: `${where}, from ${known.source}` };
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
async function hostnameSearch(recorder: OsRecorder): Promise<SearchSuffix[]> {
  const { hostname } = recorder;
  const dot = hostname.indexOf('.');
  const suffix = dot < 0 ? null : toSuffix(hostname.slice(dot + 1));
  if (suffix === null) return [];
  const configured = (await recorder.readFile('/etc/hostname'))?.trim().toLowerCase();
  const origin = configured === hostname.toLowerCase() ? 'static' : 'unknown';
  return [{ suffix, origin, source: `host name ${hostname}` }];
}

async function readJoin(recorder: OsRecorder): Promise<string | null> {
  const [sssd, samba, krb5] = await Promise.all([
    recorder.readFile('/etc/sssd/sssd.conf'),
    recorder.readFile('/etc/samba/smb.conf'),
    recorder.readFile('/etc/krb5.conf'),
  ]);
  return joinedDomain({ sssd, samba, krb5 });
}

function localServer(notes: string[]): DnsServerSetting {
  notes.push('No DNS server is configured, so this machine itself is asked');
  return { address: '127.0.0.1', port: DNS_PORT, source: 'default of the C library' };
}

function noteRoutes(links: readonly ResolvedLink[], notes: string[]): void {
  for (const link of links) {
    if (link.domains.some(({ domain }) => domain === '.')) notes.push(`${linkTitle(link)} takes all names (~.)`);
  }
}
