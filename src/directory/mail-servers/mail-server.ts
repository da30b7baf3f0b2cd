import { normalizeName } from '../../dns/index.ts';
import type { Entry } from '../ldap/entry.ts';
import { parseDn } from '../names/dn.ts';

/** A server of the organisation's Exchange, as the configuration of the forest has it. */
export interface MailServer {
  readonly dn: string;
  /** Its short name, by which accounts refer to it. */
  readonly name: string;
  /** Its full name, in lower case. */
  readonly host: string;
  /** The site that it stands in; null when the directory does not say. */
  readonly site: string | null;
}

/** The attributes that are read. */
export const serverAttributes = ['cn', 'networkAddress', 'msExchServerSite'] as const;

/** The one of a server's network addresses that names it in DNS: `ncacn_ip_tcp:ex1.corp.example`. */
const tcpAddress = /^ncacn_ip_tcp:(.+)$/i;

/** A mail server as its entry has it; null when it has no full name. */
export function toMailServer(entry: Entry): MailServer | null {
  const texts = (attribute: string) => entry.values(attribute).filter((value) => typeof value === 'string');
  const hosts = texts('networkAddress').flatMap((address) => normalizeName(tcpAddress.exec(address)?.[1] ?? '') ?? []);
  const host = hosts.find((name) => name.includes('.'));
  const name = texts('cn')[0];
  if (host === undefined || name === undefined) return null;
  const site = parseDn(texts('msExchServerSite')[0] ?? '');
  return { dn: entry.dn, name, host, site: (site.ok && site.value[0]?.[0]?.value) || null };
}

/** In the order to think of them: the one where the person's mailbox is, those of the client's own site, the others. */
export function nearestFirst(
  servers: readonly MailServer[],
  home: string | null,
  site: string | null,
): readonly MailServer[] {
  const distance = (server: MailServer) => {
    if (isCalled(server, home)) return 0;
    return site !== null && server.site?.toLowerCase() === site.toLowerCase() ? 1 : 2;
  };
  return [...servers].sort((a, b) => distance(a) - distance(b) || a.host.localeCompare(b.host, 'en'));
}

/** Whether a name, short or full, is that of a server. */
export function isCalled({ name, host }: Pick<MailServer, 'name' | 'host'>, called: string | null): boolean {
  const text = called?.toLowerCase();
  return text === name.toLowerCase() || text === host;
}
