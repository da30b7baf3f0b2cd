import type { Clock } from '../core/index.ts';

export interface DnsServer {
  /** IPv4 or IPv6 address; a link-local one may carry its zone (`fe80::1%eth0`). */
  readonly address: string;
  readonly port: number;
}

/** How to ask, with the meanings of resolv.conf(5). */
export interface ResolverSettings {
  readonly servers: readonly DnsServer[];
  /** Milliseconds for one question to one server. */
  readonly timeout: number;
  /** How often a server that does not answer is asked. */
  readonly attempts: number;
  /** Whether each question starts with another server. */
  readonly rotate: boolean;
  /** Every question over TCP (`options use-vc`). */
  readonly useTcp?: boolean;
}

export interface DnsDeps {
  readonly clock: Clock;
}
