import { visible } from '../../../../src/core/index.ts';
import type { GatewayReport } from '../../../../src/run/index.ts';
import { seenWords } from '../../../found/arrival/arrival-words.ts';
import { duration } from '../../../kit/format.ts';
import type { Spoken } from '../../../words/context.tsx';
import type { Custody, GatewayHop, Hops, RelayHop } from './hops.ts';

/** A station in words, and whether Waypost itself spoke to it. */
interface Bare {
  readonly id: 'client' | 'relay' | 'gateway' | 'mailbox';
  readonly title: string;
  /** Names from servers, shown as such. */
  readonly names: readonly string[];
  readonly lines: readonly string[];
  readonly isSeen: boolean;
  readonly mark: 'passed' | 'warned' | 'failed' | 'unknown' | 'skipped' | null;
}

/** A station, and how the way to it is known. */
export interface Station extends Bare {
  readonly way: string;
}

const mostGateways = 3;

export function stationsOf({ user, relay, gateway, arrival }: Hops, spoken: Spoken): readonly Station[] {
  const { route: words } = spoken.words.views;
  const client: Bare = {
    id: 'client',
    title: words.client,
    names: [],
    lines: [user === null ? words.clientAnybody : words.clientName(visible(user))],
    isSeen: true,
    mark: null,
  };
  const known = { client: '', relay: words.knownLink, gateway: words.askedFromHere, mailbox: words.askedFromHere };
  const mailbox = mailboxStation(arrival, spoken);
  return [client, relayStation(relay, spoken), gatewayStation(gateway, spoken), mailbox].map((station) => ({
    ...station,
    way: station.isSeen ? known[station.id] : words.unknownLink,
  }));
}

function mailboxStation(arrival: Hops['arrival'], spoken: Spoken): Bare {
  const { route: words } = spoken.words.views;
  const base = { id: 'mailbox', title: words.mailbox, names: [] } as const;
  if (arrival === null) return { ...base, lines: [words.mailboxUnknown], isSeen: false, mark: null };
  const mark = arrival.role === 'junk' ? 'warned' : 'passed';
  return { ...base, lines: [seenWords(arrival, spoken)], isSeen: true, mark };
}

function relayStation(hop: RelayHop, { words: all }: Spoken): Bare {
  const { route: words } = all.views;
  const base = { id: 'relay', title: words.relay } as const;
  if (hop.kind === 'not-asked') return { ...base, names: [], lines: [words.relayNotAsked], isSeen: false, mark: null };
  if (hop.kind === 'not-reached') {
    const names = hop.host === null ? [] : [hop.host];
    return { ...base, names, lines: [words.relayNotReached], isSeen: false, mark: 'failed' };
  }
  const tls = hop.security === 'implicit' ? words.tlsImplicit : words.tlsStarttls;
  const service = [words.port(hop.port), tls(visible(hop.protocol ?? 'TLS'))].join(', ');
  return {
    ...base,
    names: [hop.host],
    lines: [service, ...custodyLines(hop.custody, words)],
    isSeen: true,
    mark: markOf(hop.custody),
  };
}

function markOf(custody: Custody | null): Bare['mark'] {
  if (custody === null) return null;
  return (
    { accepted: 'passed', refused: 'failed', deferred: 'failed', uncertain: 'unknown', 'not-sent': 'skipped' } as const
  )[custody.state];
}

function custodyLines(custody: Custody | null, words: Spoken['words']['views']['route']): readonly string[] {
  if (custody === null) return [words.nothingSent];
  const host = visible(custody.host);
  switch (custody.state) {
    case 'accepted': {
      const { queueId, accepted, all } = custody;
      const line = queueId === null ? words.acceptedWithoutId(host) : words.accepted(host, visible(queueId, 200));
      return accepted < all ? [line, words.someRefused(accepted, all)] : [line];
    }
    case 'refused':
      return [words.refused(host)];
    case 'deferred':
      return [words.deferred(host)];
    case 'uncertain':
      return [words.uncertain(host)];
    case 'not-sent':
      return [words.notSent];
  }
}

function gatewayStation(hop: GatewayHop, spoken: Spoken): Bare {
  const { route: words } = spoken.words.views;
  const base = { id: 'gateway', title: words.gateway, names: [] } as const;
  switch (hop.kind) {
    case 'not-known':
      return { ...base, lines: [words.relayDecides], isSeen: false, mark: null };
    case 'none': {
      const domain = visible(hop.domain);
      return {
        ...base,
        lines: [hop.isNullMx ? words.nullMx(domain) : words.noGateway(domain)],
        isSeen: true,
        mark: 'failed',
      };
    }
    case 'known': {
      const shown = hop.gateways.slice(0, mostGateways);
      const rest = hop.gateways.length - shown.length;
      return {
        id: 'gateway',
        title: words.gateways(hop.gateways.length),
        names: [],
        lines: [
          ...(hop.implicit ? [words.implicit(visible(hop.domain))] : []),
          ...shown.map((gateway) => gatewayLine(gateway, spoken)),
          ...(rest > 0 ? [words.more(rest)] : []),
        ],
        isSeen: hop.gateways.some(({ reached }) => reached === 'yes'),
        mark: hop.gateways.some(({ reached }) => reached === 'yes') ? 'passed' : 'failed',
      };
    }
  }
}

function gatewayLine(
  { host, preference, reached, duration: took }: GatewayReport,
  { words: all, locale }: Spoken,
): string {
  const { route: words } = all.views;
  const state = {
    yes: words.reached(took === null ? '–' : duration(took, locale)),
    no: words.unreached,
    'not-tried': words.untried,
  };
  return `${visible(host)}: ${words.preference(preference)}, ${state[reached]}`;
}
