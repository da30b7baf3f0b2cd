import { uniqueSuffixes } from '../names.ts';
import type { DnsServerSetting, OsDnsConfig } from '../os-dns-config.ts';
import type { OsRecorder } from '../os-recorder.ts';
import { DNS_PORT } from '../servers.ts';
import { BY_HAND, resolvConfAuthor } from './author.ts';
import { localDomainSearch, withResOptions } from './environment.ts';
import { joinedDomain } from './join.ts';
import { readManagers } from './managers.ts';
import { leaseEvidence } from './origins.ts';
import { parseResolvConf } from './resolv-conf.ts';
import { scopedByLinks } from './resolved.ts';
import { configuredSearch, hostnameSearch } from './search.ts';

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
  if (author !== BY_HAND) notes.push(`resolv.conf was written by ${author.name}`);
  const managed = await readManagers(recorder, signal, conf, author);
  notes.push(...managed.notes);

  const options = withResOptions(conf, recorder.environment('RES_OPTIONS'), notes);
  const evidence = [...managed.evidence, ...leases];
  const search =
    localDomainSearch(recorder.environment('LOCALDOMAIN'), notes) ??
    (conf.hasSearch || managed.links.length > 0
      ? configuredSearch(conf, author, managed.links, evidence)
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
    scoped: scopedByLinks(managed.links),
    notes,
    source: managed.links.length > 0 ? 'resolvectl' : RESOLV_CONF,
  };
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
