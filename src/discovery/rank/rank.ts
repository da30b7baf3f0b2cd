import type { Problem } from '../../core/index.ts';
import { bounded } from '../../problems/index.ts';
import { type RankedServer, trustLevels } from '../../run/index.ts';
import { type NamedServer, serverKey } from './merge.ts';

/** What is known of a server beside who named it. */
export interface Standing {
  /** What makes its host acceptable for a password; null when nothing does. */
  approvedBy(host: string): string | null;
  /** The domain whose approval would make a host acceptable. */
  toApprove(host: string): string;
  /** What came of trying the servers, by `serverKey`; absent when nobody tried. */
  readonly trials: ReadonlyMap<string, Trial>;
}

/** What came of trying a server without credentials. */
export interface Trial {
  /** Why it was not reached over TLS that proves its name; null if it was. */
  readonly fault: Problem | null;
  /** What it showed of itself, also on a way that led nowhere. */
  readonly seen: Sighting;
}

export type Sighting = NonNullable<RankedServer['seen']>;

interface Judged extends NamedServer {
  readonly approved: string | null;
  readonly toApprove?: string;
  readonly verified: boolean | null;
  readonly fault?: Problem;
  readonly trust: number;
  readonly place: number;
}

/** Services that a mail client is set up with, by what they are for. */
export const purposes: Readonly<Record<RankedServer['service'], 'incoming' | 'outgoing' | 'other'>> = {
  imap: 'incoming',
  pop3: 'incoming',
  submission: 'outgoing',
  jmap: 'other',
  exchange: 'other',
};

/**
 * Ranks servers: by the trust of the best source, then by what was verified, then by security, then by how many sources agree,
 * and last by the source's own order; IMAP before POP3. The best usable one of each purpose is chosen; every other one has the
 * first thing that put it behind.
 */
export function rankServers(named: readonly NamedServer[], standing: Standing): readonly RankedServer[] {
  const judged = named.map((server, place) => judge(server, place, standing)).sort(compare);
  const chosen = new Map<string, Judged>();
  for (const server of judged) {
    const purpose = purposes[server.service];
    if (purpose !== 'other' && !chosen.has(purpose) && unusable(server) === null) chosen.set(purpose, server);
  }
  return judged.map((server) => report(server, chosen.get(purposes[server.service]) ?? null));
}

/** The trust of a server's best source; less is better. */
export function trustOf({ sources }: NamedServer): number {
  return Math.min(...sources.map(({ trust }) => trustLevels.indexOf(trust)));
}

function judge(server: NamedServer, place: number, { approvedBy, toApprove, trials }: Standing): Judged {
  const approved = approvedBy(server.host);
  const trial = trials.get(serverKey(server));
  const fault = trial?.fault;
  return {
    ...server,
    place,
    trust: trustOf(server),
    approved,
    ...(approved === null && { toApprove: toApprove(server.host) }),
    verified: fault === undefined ? null : fault === null,
    ...(fault && { fault: bounded(fault) }),
    ...(trial !== undefined && { seen: trial.seen }),
  };
}

/** Each criterion: less is better, and the reason of whoever is behind by it. */
const criteria: readonly (readonly [(server: Judged) => number, RankedServer['reason']])[] = [
  [(server) => (unusable(server) === null ? 0 : 1), 'not-preferred'],
  [({ trust }) => trust, 'less-trust'],
  [({ verified }) => (verified === true ? 0 : verified === null ? 1 : 2), 'not-verified'],
  [({ security }) => ['implicit', 'starttls', 'plain'].indexOf(security), 'less-secure'],
  [({ service }) => (service === 'pop3' ? 1 : 0), 'not-preferred'],
  [({ sources }) => -new Set(sources.map(({ source }) => source)).size, 'less-agreement'],
  [({ place }) => place, 'not-preferred'],
];

function compare(one: Judged, other: Judged): number {
  for (const [of] of criteria) {
    const difference = of(one) - of(other);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Why a server can never be chosen; null when it can. */
function unusable({ security, verified, authentication }: Judged): RankedServer['reason'] | null {
  if (security === 'plain') return 'plain';
  if (verified === false) return 'unreachable';
  if (authentication.length > 0 && authentication.every((one) => one === 'oauth2')) return 'oauth2-only';
  return null;
}

function report(server: Judged, chosen: Judged | null): RankedServer {
  const { trust: _, place: __, ...shown } = server;
  if (server === chosen) return { ...shown, verdict: 'chosen', reason: whyChosen(server) };
  if (purposes[server.service] === 'other') return { ...shown, verdict: 'possible', reason: 'not-for-clients' };
  const fault = unusable(server);
  if (fault !== null) return { ...shown, verdict: 'rejected', reason: fault };
  const behind = criteria.find(([of]) => chosen !== null && of(server) !== of(chosen));
  return { ...shown, verdict: 'possible', reason: behind?.[1] ?? 'not-preferred' };
}

function whyChosen({ sources, verified, trust }: Judged): RankedServer['reason'] {
  if (new Set(sources.map(({ source }) => source)).size > 1) return 'agreed';
  return trust > trustLevels.indexOf('https') && verified === true ? 'verified' : 'best-trust';
}
