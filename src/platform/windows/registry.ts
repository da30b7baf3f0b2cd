import type { OsRecorder } from '../os-recorder.ts';
import type { RegistrySettings, WindowsConnection, WindowsFacts } from './facts.ts';
import { parseRegQuery, type RegistryValue } from './reg-query.ts';

const POLICY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient';
const TCPIP = 'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters';
const INTERFACES = `${TCPIP}\\Interfaces`;
/** Milliseconds; reg.exe answers in some ten. */
const REG_TIMEOUT = 2000;

type Values = ReadonlyMap<string, string>;

/**
 * The fallback for machines where PowerShell is forbidden: the same facts out of three registry keys, without
 * NRPT and the computer account. Null when reg.exe does not work either.
 */
export async function readRegistry(recorder: OsRecorder, signal: AbortSignal): Promise<WindowsFacts | null> {
  const query = (key: string, ...more: string[]) =>
    recorder.run('reg.exe', ['query', key, ...more], { timeout: REG_TIMEOUT, signal });
  const [policy, tcpip, interfaces] = await Promise.all([query(POLICY), query(TCPIP), query(INTERFACES, '/s')]);
  if (tcpip === null) return null;
  return {
    policy: { ...toSettings(valuesOf(policy ?? '', POLICY)), domain: null, nextDomain: null },
    tcpip: toSettings(valuesOf(tcpip, TCPIP)),
    connections: toConnections(parseRegQuery(interfaces ?? '')),
    nrpt: [],
    machineDomain: null,
  };
}

function valuesOf(output: string, key: string): Values {
  const full = key.replace(/^HKLM/, 'HKEY_LOCAL_MACHINE').toLowerCase();
  for (const [name, values] of parseRegQuery(output)) if (name.toLowerCase() === full) return byName(values);
  return new Map();
}

/** Names do not differ by case. */
function byName(values: readonly RegistryValue[]): Values {
  return new Map(values.map(({ name, data }) => [name.toLowerCase(), data]));
}

function textOf(values: Values, name: string): string | null {
  const found = values.get(name) ?? '';
  return found.trim() === '' ? null : found;
}

function numberOf(values: Values, name: string): number | null {
  const found = textOf(values, name);
  return found === null || Number.isNaN(Number(found)) ? null : Number(found);
}

function toSettings(values: Values): RegistrySettings {
  return {
    searchList: textOf(values, 'searchlist'),
    domain: textOf(values, 'domain'),
    nextDomain: textOf(values, 'nv domain'),
    useDevolution: numberOf(values, 'usedomainnamedevolution'),
    devolutionLevel: numberOf(values, 'domainnamedevolutionlevel'),
  };
}

/**
 * The registry keeps connections that are long gone, and their servers with them: a suffix more does no harm,
 * a dead server would, so the servers are left to the caller's last resort.
 */
function toConnections(keys: ReturnType<typeof parseRegQuery>): WindowsConnection[] {
  return [...keys].flatMap(([key, found]) => {
    const values = byName(found);
    const guid = /\\(\{[0-9a-f-]+\})$/i.exec(key)?.[1];
    if (guid === undefined) return [];
    return [
      {
        name: guid,
        metric: null,
        servers: [],
        suffixes: [],
        staticSuffix: textOf(values, 'domain'),
        dhcpSuffix: textOf(values, 'dhcpdomain'),
      },
    ];
  });
}
