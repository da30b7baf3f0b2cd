import { visible } from '../../../src/core/index.ts';
import type { Chain, Report } from '../../../src/run/index.ts';
import { count } from '../../kit/format.ts';
import type { Spoken } from '../../words/context.tsx';
import type { Words } from '../../words/words.ts';
import { foundFacts } from './found-facts.ts';

type FactWords = Words['diagnosis']['chain']['facts'];

/** What is known about a link so far, shortly, in the order of its weight; server text in it is visible. */
export function factsOf(link: string, report: Report, spoken: Spoken): string[] {
  const { words, locale } = spoken;
  const said = words.diagnosis.chain.facts;
  const tell = tellers[link];
  const facts = tell ? tell(report, said, locale) : foundFacts(link, report.chain, spoken);
  return facts.filter((fact) => fact !== '');
}

type Teller = (report: Report, words: FactWords, locale: string) => string[];

const tellers: Readonly<Record<string, Teller>> = {
  dns: ({ chain }, words) => nameFacts(chain, words),
  dc: ({ chain }, words, locale) => controllerFacts(chain, words, locale),
  ldap: personFacts,
  relay: ({ chain }, words) => relayFacts(chain, words),
  message: ({ chain }, words) => messageFacts(chain, words),
  mx: ({ chain }, words) => routeFacts(chain, words),
};

function show(text: string): string {
  return visible(text, 300);
}

function nameFacts({ name }: Chain, words: FactWords): string[] {
  if (name === null) return [];
  const host = name.fqdn ?? name.asked;
  const [address = '', ...more] = name.addresses;
  if (host === address) return [show(host), words.address];
  const suffix = name.candidates.find(({ verdict }) => verdict === 'taken')?.suffix;
  const origin = name.origin === 'srv' ? words.srv : '';
  return [
    show(host),
    more.length > 0 ? `${show(address)} +${more.length}` : show(address),
    suffix ? words.suffix(show(suffix)) : origin,
  ];
}

function controllerFacts({ domainController: dc }: Chain, words: FactWords, locale: string): string[] {
  if (dc === null) return [];
  if (dc.host === null) return [show(dc.domain)];
  const isClosest = dc.candidates.some(({ state, closest }) => state === 'chosen' && closest);
  const site = dc.site === null ? '' : isClosest ? words.closest(show(dc.site)) : words.site(show(dc.site));
  const known = dc.candidates.length;
  return [show(dc.host), site, known > 1 ? words.oneOf(count(known, locale)) : ''];
}

/** Further away than this, an expiry is no fact for one line. */
const soon = 30;

function personFacts({ chain: { account, signIn }, request, startedAt }: Report, words: FactWords): string[] {
  if (account === null) {
    const asked = request?.options['user'];
    return [show(signIn?.principal ?? (typeof asked === 'string' ? asked : ''))];
  }
  const { displayName, userPrincipalName, dn, mail, passwordExpiresAt } = account;
  const days =
    passwordExpiresAt === null
      ? Number.NaN
      : Math.ceil((Date.parse(passwordExpiresAt) - Date.parse(startedAt)) / 86_400_000);
  return [
    show(displayName ?? userPrincipalName ?? dn),
    mail === null ? words.noMail : show(mail),
    days >= 0 && days <= soon ? words.expires(days) : '',
  ];
}

function relayFacts({ relay, relayPermission }: Chain, words: FactWords): string[] {
  if (relay === null) return [];
  if (relay.port === null) {
    const ports = relay.endpoints.map(({ port }) => port).join(', ');
    return [show(relay.host), ports === '' ? '' : words.port(ports)];
  }
  const service = `${relay.port} ${relay.security === 'starttls' ? 'STARTTLS' : 'TLS'}`;
  const mine = relayPermission.filter(({ authenticated }) => authenticated);
  const refused = mine.filter(({ verdict }) => verdict === 'refused').map(({ recipient }) => show(recipient));
  if (refused.length > 0) return [service, words.refused(refused.join(', '))];
  const takes = new Set(mine.filter(({ verdict }) => verdict === 'accepted').map(({ scope }) => scope));
  return [service, relay.mechanism === null ? '' : words.signedIn(show(relay.mechanism)), reach(takes, words)];
}

function reach(takes: ReadonlySet<'internal' | 'external'>, words: FactWords): string {
  if (takes.size === 2) return words.takesBoth;
  if (takes.has('internal')) return words.takesInternal;
  return takes.has('external') ? words.takesExternal : '';
}

function messageFacts({ custody }: Chain, words: FactWords): string[] {
  if (custody === null) return [];
  const gateway = show(custody.gateway ?? '');
  const isPutOff = custody.recipients.length > 0 && custody.recipients.every(({ state }) => state === 'deferred');
  const states = {
    accepted: words.accepted(gateway),
    refused: isPutOff ? words.putOffBy(gateway) : words.refusedBy(gateway),
    uncertain: words.uncertain,
    'not-sent': words.notSent,
  };
  return [states[custody.state], custody.queueId === null ? '' : words.queueId(show(custody.queueId))];
}

function routeFacts({ route }: Chain, words: FactWords): string[] {
  if (route === null) return [];
  const [first] = route.gateways;
  const kinds = {
    mx: words.gateways(route.gateways.length),
    implicit: words.implicit,
    null: words.nullMx,
    none: words.none,
  };
  const kind = kinds[route.kind];
  if (first === undefined) return [show(route.domain), kind];
  return [show(first.host), show(first.addresses[0] ?? words.noAddress), kind];
}
