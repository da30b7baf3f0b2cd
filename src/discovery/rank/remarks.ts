import type { Problem } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import { type RankedServer, trustLevels } from '../../run/index.ts';

type Direction = readonly RankedServer['service'][];

const incoming: Direction = ['imap', 'pop3'];
const outgoing: Direction = ['submission'];

/** What somebody should know about a ranking: nothing that can be used, and sources that contradict each other. */
export function remarksOn(servers: readonly RankedServer[], domain: string): readonly Problem[] {
  const named = (services: Direction) => servers.filter(({ service }) => services.includes(service));
  // Without a server for outgoing mail there is still the relay.
  const nowhere = named(incoming).length === 0 ? [problem('settings.no-incoming', { domain })] : [];
  return [...nowhere, ...[incoming, outgoing].flatMap((services) => remarksOnOne(named(services)))];
}

function remarksOnOne(own: readonly RankedServer[]): readonly Problem[] {
  const chosen = own.find(({ verdict }) => verdict === 'chosen');
  if (chosen === undefined) return whyNone(own);
  const isBrowserOnly = chosen.seen?.passwords === 'oauth2-only';
  const browser = isBrowserOnly ? [problem('settings.browser-only', { host: chosen.host })] : [];
  return [...browser, ...disagreement(chosen, own)];
}

function whyNone(own: readonly RankedServer[]): readonly Problem[] {
  const first = own[0];
  if (first?.reason === 'oauth2-only') return [problem('settings.browser-only', { host: first.host })];
  if (first?.reason === 'plain') return [problem('settings.plain-only', { host: first.host, service: first.service })];
  return [];
}

const guess = trustLevels.indexOf('guess');

/** Guesses contradict nobody; two that publish different hosts for one service do. */
function disagreement(chosen: RankedServer, own: readonly RankedServer[]): readonly Problem[] {
  const other = own.find(
    ({ service, host, sources }) =>
      service === chosen.service &&
      host.toLowerCase() !== chosen.host.toLowerCase() &&
      sources.some(({ source, trust }) => isPublished(trust) && !chosen.sources.some((one) => one.source === source)),
  );
  if (other === undefined || !chosen.sources.some(({ trust }) => isPublished(trust))) return [];
  const args = { service: chosen.service, first: nameOf(chosen), second: nameOf(other) };
  return [problem('settings.disagreement', args)];
}

function isPublished(trust: RankedServer['sources'][number]['trust']): boolean {
  return trustLevels.indexOf(trust) < guess;
}

function nameOf({ host, sources }: RankedServer): string {
  return `${host} (${sources.map(({ source }) => source).join(', ')})`;
}
