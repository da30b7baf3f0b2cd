import { excerpt, toSuffix, uniqueSuffixes } from '../names.ts';
import { type OriginEvidence, strongestEvidence } from '../origin.ts';
import {
  type DnsServerSetting,
  type OsDnsConfig,
  RESOLVER_DEFAULTS,
  type ScopedResolver,
  type SearchSuffix,
} from '../os-dns-config.ts';
import type { OsRecorder } from '../os-recorder.ts';
import { applyOptions } from '../resolver-options.ts';
import { DNS_PORT, decoratedServer, plainServer } from '../servers.ts';
import { parseActiveDirectory, parseDhcpPacket, parseNetworkPreferences } from './origins.ts';
import { type MacResolver, parseScutilDns } from './scutil.ts';

const PREFERENCES = '/Library/Preferences/SystemConfiguration/preferences.plist';
/** Milliseconds for one local tool. */
const TOOL_TIMEOUT = 2000;

/** The DNS settings of a Mac. */
export async function readMacDns(recorder: OsRecorder, signal: AbortSignal): Promise<OsDnsConfig> {
  const run = (command: string, ...args: string[]) => recorder.run(command, args, { timeout: TOOL_TIMEOUT, signal });
  const [resolvers, preferences, binding] = await Promise.all([
    run('scutil', '--dns').then((output) => parseScutilDns(output ?? '')),
    run('plutil', '-convert', 'json', '-o', '-', PREFERENCES),
    run('dsconfigad', '-show'),
  ]);
  const interfaces = new Set(resolvers.flatMap(({ interfaceName }) => interfaceName ?? []));
  const packets = [...interfaces].map(async (name) =>
    parseDhcpPacket((await run('ipconfig', 'getpacket', name)) ?? '', name),
  );
  const evidence = [...parseNetworkPreferences(preferences ?? ''), ...(await Promise.all(packets)).flat()];
  return macConfig(resolvers, evidence, parseActiveDirectory(binding ?? ''), recorder);
}

/** Puts together what the tools told. The first resolver without a domain is the one that ordinary names go to. */
function macConfig(
  resolvers: readonly MacResolver[],
  evidence: readonly OriginEvidence[],
  machineDomain: string | null,
  recorder: Pick<OsRecorder, 'resolverServers'>,
): OsDnsConfig {
  const notes: string[] = [];
  const main = resolvers.find((one) => one.domain === null && !one.scopedToInterface && one.nameservers.length > 0);
  const suffixes = resolvers.find((one) => one.domain === null && !one.scopedToInterface)?.search ?? [];
  const words = main === undefined ? [] : main.options.filter((word) => word !== 'mdns');
  const options = applyOptions({ ...RESOLVER_DEFAULTS, useTcp: false }, words, notes);
  let servers = main === undefined ? [] : serversOf(main);
  if (servers.length === 0) {
    notes.push("scutil names no DNS server for ordinary names; those of Node's own resolver are used");
    servers = recorder.resolverServers().flatMap((address) => decoratedServer(address, 'Node resolver') ?? []);
  }
  return {
    servers,
    search: uniqueSuffixes(suffixes.flatMap((word) => toSearch(word, evidence, notes))),
    ndots: options.ndots,
    timeout: main?.timeout ? main.timeout * 1000 : options.timeout,
    attempts: options.attempts,
    rotate: options.rotate,
    machineDomain,
    scoped: resolvers.flatMap(toScoped),
    notes,
    source: resolvers.length === 0 ? 'none' : 'scutil --dns',
  };
}

function toSearch(word: string, evidence: readonly OriginEvidence[], notes: string[]): SearchSuffix[] {
  const suffix = toSuffix(word);
  if (suffix === null) {
    notes.push(`'${excerpt(word)}' in the search list is not a domain name and is left out`);
    return [];
  }
  const known = strongestEvidence(suffix, evidence);
  return [{ suffix, origin: known?.origin ?? 'unknown', source: known?.source ?? 'scutil --dns, resolver #1' }];
}

function serversOf(resolver: MacResolver): DnsServerSetting[] {
  const source = resolver.interfaceName ?? 'scutil --dns';
  return resolver.nameservers.flatMap((address) => {
    const server = plainServer(address, source);
    return server === null ? [] : [{ ...server, port: resolver.port ?? DNS_PORT }];
  });
}

/** Resolvers for a domain; those of multicast DNS have no servers and answer no question of ours. */
function toScoped(resolver: MacResolver): ScopedResolver[] {
  const domain = resolver.scopedToInterface ? null : toSuffix(resolver.domain ?? '');
  const servers = serversOf(resolver);
  if (domain === null || servers.length === 0 || resolver.options.includes('mdns')) return [];
  return [{ domain, servers, source: `scutil --dns, domain ${domain}` }];
}
