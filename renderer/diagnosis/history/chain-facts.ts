import type { Chain, RankedServer } from '../../../src/run/index.ts';
import type { FactName } from './difference.ts';

/** The facts of a chain that are compared, most telling first; an empty text where nothing is known. */
export function chainFacts(chain: Chain) {
  const { name, domainController: dc, signIn, account, relay, custody, route, settings, mailbox } = chain;
  const certificateOf = dc?.candidates.find(({ state }) => state === 'chosen')?.certificate;
  const facts: readonly (readonly [FactName, string | number | null | undefined])[] = [
    ['server', name?.fqdn],
    ['custody', custody?.state],
    ['arrival', custody?.arrival?.folder],
    ['incoming', serverOf(settings, ['imap', 'pop3'])],
    ['outgoing', serverOf(settings, ['submission'])],
    ['sign-in', signIn?.outcome],
    ['relay-certificate', relay?.certificate?.fingerprint256],
    ['controller-certificate', certificateOf?.fingerprint256],
    ['mailbox-sign-in', mailbox?.signIn],
    ['mailbox-security', mailbox?.security],
    ['mailbox-certificate', mailbox?.tls?.certificate?.fingerprint256],
    ['addresses', name && sorted(name.addresses)],
    ['relay-port', relay?.port],
    ['relay-security', relay?.security],
    ['relay-mechanism', relay?.mechanism],
    ['domain', dc?.domain],
    ['controller', dc?.host],
    ['controller-address', dc?.address],
    ['site', dc?.site],
    ['client-site', dc?.clientSite],
    ['person', account?.displayName],
    ['mail', account?.mail],
    ['aliases', account && sorted(account.aliases)],
    ['password-expiry', account?.passwordExpiresAt?.slice(0, 10)],
    ['gateways', route?.gateways.map(({ host }) => host).join(', ')],
  ];
  return facts.map(([fact, value]) => ({ fact, value: value === null || value === undefined ? '' : String(value) }));
}

/** The chosen server for mail of one direction. */
function serverOf(settings: Chain['settings'], services: readonly RankedServer['service'][]): string | undefined {
  const chosen = settings?.servers.find(({ service, verdict }) => verdict === 'chosen' && services.includes(service));
  return chosen && `${chosen.host}:${chosen.port}`;
}

/** The order in which a server names its addresses says nothing. */
function sorted(texts: readonly string[]): string {
  return [...texts].sort().join(', ');
}
