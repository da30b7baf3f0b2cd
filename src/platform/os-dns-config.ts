import type { SuffixOrigin } from './origin.ts';

/** One entry of the search list: a lower-case DNS name without its trailing dot. */
export interface SearchSuffix {
  readonly suffix: string;
  readonly origin: SuffixOrigin;
  /** Where exactly, for a person: 'resolv.conf line 3', 'group policy', 'connection "Ethernet"'. */
  readonly source: string;
}

/** A DNS server the machine uses; `address` may carry an IPv6 zone (`fe80::1%eth0`). */
export interface DnsServerSetting {
  readonly address: string;
  readonly port: number;
  readonly source: string;
}

/** Servers that the system asks for names at or below `domain` only; the domain '.' means every name. */
export interface ScopedResolver {
  readonly domain: string;
  readonly servers: readonly DnsServerSetting[];
  readonly source: string;
}

/** What the operating system itself knows about resolving names, in the order in which it would use it. */
export interface OsDnsConfig {
  readonly servers: readonly DnsServerSetting[];
  readonly search: readonly SearchSuffix[];
  readonly ndots: number;
  /** Milliseconds to wait for one server's answer. */
  readonly timeout: number;
  /** How often the whole list of servers is tried. */
  readonly attempts: number;
  readonly rotate: boolean;
  /** True when the administrator wants every question over TCP (`options use-vc`). */
  readonly useTcp?: boolean;
  /** The AD or primary DNS domain that this machine belongs to, where that is known without asking anyone. */
  readonly machineDomain: string | null;
  readonly scoped: readonly ScopedResolver[];
  /** Remarks for a person; they may quote outside text and are to be escaped where they are shown. */
  readonly notes: readonly string[];
  /** 'resolvectl', '/etc/resolv.conf', 'PowerShell', 'reg.exe', 'scutil --dns' or 'none'. */
  readonly source: string;
}

/** What resolv.conf(5) gives when nothing is configured; the other systems have no setting of their own. */
export const RESOLVER_DEFAULTS = { ndots: 1, timeout: 5000, attempts: 2, rotate: false } as const;
