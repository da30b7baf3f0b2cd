import { isCalled, type MailServer } from '../../../directory/index.ts';
import { normalizeName } from '../../../dns/index.ts';
import type { FoundSettings, ServerSetting } from '../../../run/index.ts';
import type { MailPorts } from '../../source.ts';
import { imapOffers, serversAt, submissionOffers } from '../offers.ts';

/** Further servers tell nobody more: Exchange passes people on to the one that has their mailbox. */
const mostServers = 5;

/**
 * What the directory's word about mail servers comes to. That they are there is said by the directory; at which ports they
 * speak to mail clients is a guess, made for one of them only: the one that has the mailbox, or else the nearest.
 *
 * @param servers the nearest first
 * @param home the server of the mailbox as the account names it, which may be one of another make
 * @param domain that a short name of it belongs to
 */
export function settingsOfMailServers(
  servers: readonly MailServer[],
  home: string | null,
  domain: string,
  ports: MailPorts,
): FoundSettings[] {
  const homeHost = home === null ? null : normalizeName(home.includes('.') ? home : `${home}.${domain}`);
  const unlisted = homeHost === null ? null : { host: homeHost, dn: homeHost };
  const mailbox = servers.find((server) => isCalled(server, home)) ?? unlisted ?? servers[0];
  const guess =
    mailbox === undefined
      ? []
      : [found(mailbox.dn, 'guess', serversAt(mailbox.host, [...submissionOffers, ...imapOffers], ports))];
  return [...servers.slice(0, mostServers).map(({ dn, host }) => found(dn, 'directory', [exchangeAt(host)])), ...guess];
}

function found(origin: string, trust: FoundSettings['trust'], servers: ServerSetting[]): FoundSettings {
  return { origin, trust, provider: null, servers, documentation: [] };
}

function exchangeAt(host: string): ServerSetting {
  return { service: 'exchange', host, port: 443, security: 'implicit', authentication: [], user: null, url: null };
}
