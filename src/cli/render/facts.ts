import type { Chain, Report } from '../../run/index.ts';
import { count, daysBetween } from './units.ts';

/** The cells of a link's line: the main fact, and at most two details. */
export type Facts = readonly string[];

/** What is known about a link so far; nothing when nothing is. */
export function factsOf(link: string, report: Report): Facts {
  const tell = tellers[link];
  return tell ? tell(report).filter((fact) => fact !== '') : [];
}

const tellers: Readonly<Record<string, (report: Report) => Facts>> = {
  dns: ({ chain }) => nameFacts(chain),
  dc: ({ chain }) => controllerFacts(chain),
  ldap: personFacts,
  relay: ({ chain }) => relayFacts(chain),
  message: ({ chain }) => custodyFacts(chain),
  mx: ({ chain }) => routeFacts(chain),
};

function nameFacts({ name }: Chain): Facts {
  if (name === null) return [];
  const [address = '', ...more] = name.addresses;
  const taken = name.candidates.find(({ verdict }) => verdict === 'taken');
  const suffix = taken?.suffix ? `suffix ${taken.suffix} (${taken.source})` : '';
  const origin = { srv: 'named by an SRV record', 'short-name': '', typed: '' }[name.origin];
  return [name.fqdn ?? name.asked, more.length > 0 ? `${address} +${more.length}` : address, suffix || origin];
}

function controllerFacts({ domainController: dc }: Chain): Facts {
  if (dc === null) return [];
  if (dc.host === null) return [dc.domain];
  const chosen = dc.candidates.find(({ state }) => state === 'chosen');
  const place = chosen ? `${chosen.rank} of ${dc.candidates.length}` : '';
  return [dc.host, dc.site === null ? '' : `site ${dc.site}`, chosen?.closest ? `${place}, closest` : place];
}

function personFacts({ chain: { account, signIn }, request, startedAt }: Report): Facts {
  const asked = request?.options['user'];
  if (account === null) return [signIn?.principal ?? (typeof asked === 'string' ? asked : '')];
  const { displayName, mail, dn, userPrincipalName, passwordExpiresAt } = account;
  return [displayName ?? userPrincipalName ?? dn, mail ?? 'no mail address', expiry(startedAt, passwordExpiresAt)];
}

/** Further away than this, an expiry is no fact for one line. */
const soon = 30;

function expiry(now: string, at: string | null): string {
  const days = at === null ? Number.NaN : daysBetween(now, at);
  return days >= 0 && days <= soon ? `password expires in ${count(days, 'day')}` : '';
}

function relayFacts({ relay, relayPermission }: Chain): Facts {
  if (relay === null) return [];
  if (relay.port === null) return [relay.host];
  const service = `${relay.port} ${relay.security === 'starttls' ? 'STARTTLS' : 'TLS'}`;
  const mine = relayPermission.filter(({ authenticated }) => authenticated);
  const refused = mine.filter(({ verdict }) => verdict === 'refused').map(({ recipient }) => recipient);
  const accepted = mine.filter(({ verdict }) => verdict === 'accepted').map(({ scope }) => scope);
  if (refused.length > 0) return [service, `refused ${refused.join(', ')}`];
  const reach = accepted.length > 0 ? `takes ${[...new Set(accepted)].join(' and ')} mail` : '';
  return [service, relay.mechanism === null ? '' : `signed in (${relay.mechanism})`, reach];
}

function custodyFacts({ custody }: Chain): Facts {
  if (custody === null) return [];
  const where = custody.gateway === null ? '' : ` by ${custody.gateway}`;
  const state = {
    accepted: `accepted${where}`,
    refused: `refused${where}`,
    uncertain: 'uncertain',
    'not-sent': 'not sent',
  };
  return [state[custody.state], custody.queueId === null ? '' : `queue id ${custody.queueId}`];
}

function routeFacts({ route }: Chain): Facts {
  if (route === null) return [];
  const [first] = route.gateways;
  const kind = {
    mx: count(route.gateways.length, 'gateway'),
    implicit: 'no MX record, its own address',
    null: 'takes no mail (null MX)',
    none: 'no gateway found',
  }[route.kind];
  return first === undefined ? [route.domain, kind] : [first.host, first.addresses[0] ?? 'no address', kind];
}
