/** A registry key that configures DNS; texts as they stand there, null when absent. */
export interface RegistrySettings {
  readonly searchList: string | null;
  /** The primary suffix in use. */
  readonly domain: string | null;
  /** The primary suffix that will be in use after the next start. */
  readonly nextDomain: string | null;
  readonly useDevolution: number | null;
  readonly devolutionLevel: number | null;
}

export interface WindowsConnection {
  readonly name: string;
  /** Lower comes first; null when Windows did not say. */
  readonly metric: number | null;
  readonly servers: readonly string[];
  readonly suffixes: readonly string[];
  /** The suffix an administrator gave this connection. */
  readonly staticSuffix: string | null;
  /** The suffix that DHCP gave it. */
  readonly dhcpSuffix: string | null;
}

export interface NrptRule {
  readonly namespaces: readonly string[];
  readonly servers: readonly string[];
  readonly source: string;
}

/** Everything that Windows tells about DNS, before any precedence is applied. */
export interface WindowsFacts {
  readonly policy: RegistrySettings;
  readonly tcpip: RegistrySettings;
  readonly connections: readonly WindowsConnection[];
  readonly nrpt: readonly NrptRule[];
  /** The domain of the computer account; null for a work group or when unknown. */
  readonly machineDomain: string | null;
}
