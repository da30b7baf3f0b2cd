import type { Clock, Problem } from '../../core/index.ts';
import type { ServiceTarget } from '../../dns/index.ts';
import type { Trust } from '../../net/index.ts';
import type { Step } from '../../run/index.ts';
import type { LdapSession } from '../ldap/session.ts';

export type ServiceAnswer =
  | { readonly kind: 'found'; readonly targets: readonly ServiceTarget[] }
  | { readonly kind: 'not-offered' }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What the locator needs of DNS. */
export interface DcLocatorDns {
  services(name: string, step: Step): Promise<ServiceAnswer>;
  addresses(host: string, step: Step): Promise<readonly string[]>;
}

export interface DcQuestion {
  /** DNS name of the Active Directory domain. */
  readonly domain: string;
  /** Site to prefer, when the person or the computer's settings name one. */
  readonly site: string | null;
  readonly ports: { readonly ldaps: number; readonly globalCatalog: number };
  /** True: every domain controller is pinged and measured, not only the first usable one. */
  readonly wholeTable: boolean;
  /** Whether a host name out of DNS may be given a password. */
  approves(host: string): boolean;
}

/** A domain controller as DNS names it. */
export interface NamedDc {
  readonly target: ServiceTarget;
  /** The site whose records named it; null when only the domain's did. */
  readonly site: string | null;
}

export interface LocatedDc {
  readonly domain: string;
  readonly host: string;
  readonly address: string;
  readonly port: number;
  readonly site: string | null;
  /** The site that the directory puts this client into. */
  readonly clientSite: string | null;
  readonly netbiosDomain: string | null;
  readonly forest: string | null;
  readonly security: 'ldaps' | 'starttls';
  /** Over verified TLS, not signed in; closed at the end of the run. */
  readonly session: LdapSession;
}

export interface LocatorDeps {
  readonly dns: DcLocatorDns;
  readonly clock: Clock;
  readonly trust: Trust;
}

/** What every part of one search for a domain controller works with. */
export interface Locator extends LocatorDeps {
  readonly question: DcQuestion;
  /** Its signal ends with the search. */
  readonly step: Step;
}
