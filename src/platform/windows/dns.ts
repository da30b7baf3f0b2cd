import { toSuffix, uniqueSuffixes } from '../names.ts';
import { type DnsServerSetting, type OsDnsConfig, RESOLVER_DEFAULTS, type ScopedResolver } from '../os-dns-config.ts';
import type { OsRecorder } from '../os-recorder.ts';
import { decoratedServer, plainServer } from '../servers.ts';
import type { WindowsFacts } from './facts.ts';
import { parsePowershellDns } from './parse-powershell.ts';
import { readRegistry } from './registry.ts';
import { DNS_ARGS, POWERSHELL } from './script.ts';
import { windowsSearch } from './search-list.ts';

/** Milliseconds; a cold PowerShell that loads three modules has been seen to take five seconds. */
const POWERSHELL_TIMEOUT = 12_000;

/** Well-known addresses that Windows shows where no IPv6 server is set; nothing answers there (RFC 3879). */
const PLACEHOLDER = /^fec0:0:0:ffff::[123](?:%\d+)?$/i;

/** The DNS settings of a Windows machine: from PowerShell, or where that is locked down from the registry. */
export async function readWindowsDns(recorder: OsRecorder, signal: AbortSignal): Promise<OsDnsConfig> {
  const output = await recorder.run(POWERSHELL, DNS_ARGS, { timeout: POWERSHELL_TIMEOUT, signal });
  const facts = parsePowershellDns(output ?? '');
  if (facts !== null) return windowsConfig(facts, recorder, 'PowerShell', []);
  const notes = ['PowerShell gave no DNS settings; NRPT rules and the domain of this machine are not known'];
  const registry = await readRegistry(recorder, signal);
  if (registry === null) notes.push('reg.exe gave no DNS settings either');
  return windowsConfig(registry ?? NOTHING, recorder, registry === null ? 'none' : 'reg.exe', notes);
}

/** Applies Windows' precedence to what it told. */
function windowsConfig(
  facts: WindowsFacts,
  recorder: Pick<OsRecorder, 'resolverServers'>,
  source: string,
  remarks: readonly string[],
): OsDnsConfig {
  const notes = [...remarks];
  const connections = [...facts.connections].sort((left, right) => order(left.metric) - order(right.metric));
  const sorted = { ...facts, connections };
  const search = uniqueSuffixes(windowsSearch(sorted, notes));
  if (facts.nrpt.length > 0) notes.push(`NRPT rules present (${facts.nrpt.length})`);
  return {
    ...RESOLVER_DEFAULTS,
    servers: serversOf(sorted, recorder, notes),
    search,
    machineDomain: facts.machineDomain,
    scoped: facts.nrpt.flatMap(toScoped),
    notes,
    source,
  };
}

function order(metric: number | null): number {
  return metric ?? Number.MAX_SAFE_INTEGER;
}

function serversOf(
  facts: WindowsFacts,
  recorder: Pick<OsRecorder, 'resolverServers'>,
  notes: string[],
): DnsServerSetting[] {
  const byAddress = new Map<string, DnsServerSetting>();
  for (const { name, servers } of facts.connections) {
    for (const address of servers) {
      const server = PLACEHOLDER.test(address) ? null : plainServer(address, `connection "${name}"`);
      if (server !== null && !byAddress.has(address)) byAddress.set(address, server);
    }
  }
  if (byAddress.size > 0) return [...byAddress.values()];
  notes.push("The DNS servers of the connections are not known; those of Node's own resolver are used");
  return recorder.resolverServers().flatMap((address) => decoratedServer(address, 'Node resolver') ?? []);
}

/** NRPT: a leading dot means "and everything below", a lone dot means every name; without servers it routes nothing. */
function toScoped(rule: WindowsFacts['nrpt'][number]): ScopedResolver[] {
  const servers = rule.servers.flatMap((address) => plainServer(address, rule.source) ?? []);
  if (servers.length === 0) return [];
  return rule.namespaces.flatMap((namespace) => {
    const domain = namespace === '.' ? '.' : toSuffix(namespace);
    return domain === null ? [] : [{ domain, servers, source: rule.source }];
  });
}

const NO_SETTINGS = { searchList: null, domain: null, nextDomain: null, useDevolution: null, devolutionLevel: null };
const NOTHING: WindowsFacts = {
  policy: NO_SETTINGS,
  tcpip: NO_SETTINGS,
  connections: [],
  nrpt: [],
  machineDomain: null,
};
