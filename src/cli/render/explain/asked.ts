import type { ProbeReport } from '../../../run/index.ts';
import type { Line } from '../line.ts';
import { wrap } from '../wrap.ts';
import { hostOf, type JudgedSource } from './judge.ts';
import { places } from './words.ts';

type Exchange = ProbeReport['exchanges'][number];

/**
 * What was asked, and what came back: each name and URL, in the order of the protocol. Connections that worked are left out,
 * and so are the addresses of web servers.
 */
export function askedLines(source: JudgedSource, domain: string, width: number): Line[] {
  const { name, probe } = source;
  const told = new Map<string, string>();
  for (const exchange of probe?.exchanges ?? []) {
    const [asked, answered] = tell(exchange, name === 'common-names');
    if (asked !== null && !told.has(asked)) told.set(asked, answered);
  }
  const looked = places[name].asked(domain).filter((asked) => !isTold(asked, [...told.keys()]));
  return [
    ...[...told].flatMap(([asked, answered]) => pair(asked, answered, width)),
    ...looked.flatMap((asked) => pair(asked, whyNot(asked, told, source), width)),
  ];
}

function pair(asked: string, answered: string, width: number): Line[] {
  return wrap(`${asked}: ${answered}`, width, 4, 6);
}

function isTold(asked: string, told: readonly string[]): boolean {
  return told.some((one) => one === asked || one.endsWith(` ${asked}`));
}

/** Why a URL was never asked: its host is not there, did not prove to be what it should, or has no web server. */
function whyNot(asked: string, told: ReadonlyMap<string, string>, { probe, problems }: JudgedSource): string {
  const host = /^https?:\/\/([^/]+)/.exec(asked)?.[1] ?? '';
  if (told.has(host)) return 'no such host';
  if (problems.some((problem) => hostOf(problem) === host)) return 'not asked, for the reason below';
  const isLookedUp = (probe?.exchanges ?? []).some((exchange) => exchange.asked === `${host} A`);
  return isLookedUp ? 'no web server is there' : 'not asked';
}

type Told = readonly [asked: string | null, answered: string];

const untold: Told = [null, ''];

function tell({ protocol, asked, answered }: Exchange, addresses: boolean): Told {
  if (protocol === 'dns') return tellName(asked, answered, addresses);
  if (protocol === 'http' || protocol === 'ldap') return [asked, answered];
  if (protocol === 'tls' && !answered.startsWith('TLS')) return [asked.replace('handshake for', 'TLS with'), answered];
  return untold;
}

function tellName(asked: string, answered: string, addresses: boolean): Told {
  const words = answerWords(answered);
  const host = /^(\S+) (A|AAAA)$/.exec(asked);
  if (host === null) return [asked, words];
  // IPv6 alone says little: the other question is asked, too.
  if (host[2] === 'AAAA') return untold;
  return addresses || words.startsWith('no ') ? [host[1] ?? asked, words] : untold;
}

function answerWords(answered: string): string {
  const said = answered.replace(/ from \S+, asked before$|, asked before$/, '');
  if (said.startsWith('NXDOMAIN')) return 'no such name';
  return said === 'NOERROR' ? 'no such record' : said.replace(/^NOERROR /, '');
}
