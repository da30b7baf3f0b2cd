import { list, member, number, parseJson, text, texts } from '../json.ts';
import { toSuffix } from '../names.ts';
import type { NrptRule, RegistrySettings, WindowsConnection, WindowsFacts } from './facts.ts';

/**
 * Reads the output of the DNS script; null when it holds no JSON object. A BOM, or error text in the language of
 * the machine, may stand before the object; a list of one may have become its only element.
 */
export function parsePowershellDns(output: string): WindowsFacts | null {
  const facts = parseJson(output);
  if (facts === null || Array.isArray(facts)) return null;
  const primary = member(facts, 'primaryPolicy');
  const computer = member(facts, 'computer');
  return {
    policy: {
      ...toSettings(member(facts, 'policy')),
      domain: text(primary, 'PrimaryDnsSuffix'),
      nextDomain: text(primary, 'NV PrimaryDnsSuffix'),
    },
    tcpip: toSettings(member(facts, 'tcpip')),
    connections: toConnections(facts),
    nrpt: toRules(facts),
    machineDomain: member(computer, 'PartOfDomain') === true ? toSuffix(text(computer, 'Domain') ?? '') : null,
  };
}

function toSettings(value: unknown): RegistrySettings {
  return {
    searchList: searchList(member(value, 'SearchList')),
    domain: text(value, 'Domain'),
    nextDomain: text(value, 'NV Domain'),
    useDevolution: number(value, 'UseDomainNameDevolution'),
    devolutionLevel: number(value, 'DomainNameDevolutionLevel'),
  };
}

/** Kept as it stands: a comma at its start has a meaning. Some tools write it as a list of strings. */
function searchList(value: unknown): string | null {
  const joined = Array.isArray(value) ? value.filter((item) => typeof item === 'string').join(',') : value;
  return typeof joined === 'string' && joined.trim() !== '' ? joined : null;
}

/** Only connected interfaces count, when Windows says which ones are. */
function toConnections(facts: unknown): WindowsConnection[] {
  const metrics = bestMetrics(facts);
  const interfaces = new Map(list(facts, 'interfaces').map((item) => [text(item, 'Name') ?? '', item]));
  const names = new Set([...list(facts, 'clients'), ...list(facts, 'servers')].map(aliasOf));
  return [...names]
    .filter((name) => name !== '' && (metrics.size === 0 || metrics.has(name)))
    .map((name) => {
      const own = (part: string) => list(facts, part).filter((item) => aliasOf(item) === name);
      const registry = interfaces.get(name);
      return {
        name,
        metric: metrics.get(name) ?? null,
        servers: own('servers').flatMap((item) => texts(item, 'ServerAddresses')),
        suffixes: own('clients').flatMap((item) => [
          ...texts(item, 'ConnectionSpecificSuffix'),
          ...texts(item, 'ConnectionSpecificSuffixSearchList'),
        ]),
        staticSuffix: text(registry, 'Domain'),
        dhcpSuffix: text(registry, 'DhcpDomain'),
      };
    });
}

function aliasOf(item: unknown): string {
  return text(item, 'InterfaceAlias') ?? '';
}

/** An interface has a metric for IPv4 and one for IPv6; the better one decides. */
function bestMetrics(facts: unknown): Map<string, number> {
  const metrics = new Map<string, number>();
  for (const item of list(facts, 'metrics')) {
    const metric = number(item, 'InterfaceMetric') ?? Number.MAX_SAFE_INTEGER;
    metrics.set(aliasOf(item), Math.min(metric, metrics.get(aliasOf(item)) ?? metric));
  }
  return metrics;
}

function toRules(facts: unknown): NrptRule[] {
  const parts: ReadonlyArray<readonly [string, string]> = [
    ['nrptPolicy', 'NRPT policy'],
    ['nrptRules', 'NRPT rule'],
  ];
  const seen = new Set<string>();
  return parts.flatMap(([part, source]) =>
    list(facts, part).flatMap((item) => {
      const rule = { namespaces: texts(item, 'Namespace'), servers: texts(item, 'NameServers') };
      const identity = JSON.stringify(rule);
      // The effective policy lists the local rules again.
      if (rule.namespaces.length === 0 || seen.has(identity)) return [];
      seen.add(identity);
      return [{ ...rule, source }];
    }),
  );
}
