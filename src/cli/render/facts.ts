import type { Chain, Report } from '../../run/index.ts';
import { arrivalFacts, mailboxFacts } from './mailbox-facts.ts';
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
  relay: relayFacts,
  message: ({ chain }) => custodyFacts(chain),
  mailbox: ({ chain }) => mailboxFacts(chain),
  custody: ({ chain }) => arrivalFacts(chain),
  mx: ({ chain }) => routeFacts(chain),
  settings: ({ chain }) => settingsFacts(chain),
};

function nameFacts({ name }: Chain): Facts {
  if (name === null) return [];
  const [address = '', ...more] = name.addresses;
  const taken = name.candidates.find(({ verdict }) => verdict === 'taken');
  const suffix = taken?.suffix ? `suffix ${taken.suffix} (${taken.source})` : '';
  const origin = { srv: 'named by an SRV record', 'short-name': '', typed: '' }[name.origin];
  const host = name.fqdn ?? name.asked;
  if (host === address) return [host, 'an address, used as it is'];
  return [host, more.length > 0 ? `${address} +${more.length}` : address, suffix || origin];
}

function controllerFacts({ domainController: dc }: Chain): Facts {
  if (dc === null) return [];
  if (dc.host === null) return [dc.domain];
  const chosen = dc.candidates.find(({ state }) => state === 'chosen');
  const site = dc.site === null ? '' : `site ${dc.site}`;
  const known = dc.candidates.length;
  return [dc.host, site && chosen?.closest ? `${site} (closest)` : site, known > 1 ? `one of ${known}` : ''];
}

function personFacts({ chain: { account, signIn }, request, startedAt, probes }: Report): Facts {
  const asked = request?.options['user'];
  if (account === null) return [signIn?.principal ?? (typeof asked === 'string' ? asked : '')];
  const { displayName, mail, dn, userPrincipalName, passwordExpiresAt } = account;
  const isTold = hasProblem(probes, 'ldap.password-expires-soon');
  const expires = isTold ? '' : expiry(startedAt, passwordExpiresAt);
  return [displayName ?? userPrincipalName ?? dn, mail ?? 'no mail address', expires];
}

/** Further away than this, an expiry is no fact for one line. */
const soon = 30;

function expiry(now: string, at: string | null): string {
  const days = at === null ? Number.NaN : daysBetween(now, at);
  return days >= 0 && days <= soon ? `password expires in ${count(days, 'day')}` : '';
}

function hasProblem(probes: Report['probes'], wanted: string): boolean {
  return probes.some(({ problems }) => problems.some(({ code }) => code === wanted));
}

function relayFacts({ chain: { relay, relayPermission }, probes }: Report): Facts {
  if (relay === null) return [];
  if (relay.port === null) return [relay.host, portsOf(relay)];
  const service = `${relay.port} ${relay.security === 'starttls' ? 'STARTTLS' : 'TLS'}`;
  const mine = relayPermission.filter(({ authenticated }) => authenticated);
  const refused = mine.filter(({ verdict }) => verdict === 'refused').map(({ recipient }) => recipient);
  const accepted = mine.filter(({ verdict }) => verdict === 'accepted').map(({ scope }) => scope);
  const sender = mine.find(({ verdict }) => verdict === 'refused')?.sender;
  if (hasProblem(probes, 'smtp.sender-refused') && sender) return [service, `refused the sender ${sender}`];
  if (refused.length > 0) return [service, `refused ${refused.join(', ')}`];
  const reach = accepted.length > 0 ? `takes ${[...new Set(accepted)].join(' and ')} mail` : '';
  return [service, relay.mechanism === null ? '' : `signed in (${relay.mechanism})`, reach];
}

function portsOf({ endpoints }: NonNullable<Chain['relay']>): string {
  const ports = endpoints.map(({ port }) => port);
  return ports.length === 0 ? '' : `${ports.length === 1 ? 'port' : 'ports'} ${ports.join(', ')}`;
}

function custodyFacts({ custody }: Chain): Facts {
  if (custody === null) return [];
  const where = custody.gateway === null ? '' : ` by ${custody.gateway}`;
  const isPutOff = custody.recipients.length > 0 && custody.recipients.every(({ state }) => state === 'deferred');
  const state = {
    accepted: `accepted${where}`,
    refused: `${isPutOff ? 'put off' : 'refused'}${where}`,
    uncertain: 'uncertain',
    'not-sent': 'not sent',
  };
  return [state[custody.state], custody.queueId === null ? '' : `queue id ${custody.queueId}`];
}

/** The chosen servers, incoming first, and how many sources had something. */
function settingsFacts({ settings }: Chain): Facts {
  if (settings === null) return [];
  const chosen = settings.servers.filter(({ verdict }) => verdict === 'chosen');
  const order = { imap: 0, pop3: 0, submission: 1, jmap: 2, exchange: 2 };
  const named = [...chosen].sort((a, b) => order[a.service] - order[b.service]);
  return [settings.domain, ...named.map(({ service, host, port }) => `${service} ${host}:${port}`)];
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
