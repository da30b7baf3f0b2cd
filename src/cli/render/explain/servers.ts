import type { RankedServer, Report } from '../../../run/index.ts';
import type { Line } from '../line.ts';
import { markOf } from '../mark.ts';
import { reasonOf, seenOf, sourceNamesOf } from '../sources/servers.ts';
import type { Style } from '../style.ts';
import { wrap } from '../wrap.ts';

const ways: Readonly<Record<RankedServer['security'], string>> = {
  implicit: 'TLS from the start',
  starttls: 'STARTTLS',
  plain: 'no TLS',
};

const states = { chosen: 'passed', possible: 'skipped', rejected: 'failed' } as const;

/** Every server that was named, the best first: why it won or lost in one sentence, and who names it. */
export function rankedLines({ chain: { settings } }: Report, style: Style): Line[] {
  const servers = settings?.servers ?? [];
  if (servers.length === 0) return [];
  return [
    [],
    [{ text: 'The servers, the best first', tone: 'strong' }],
    ...servers.flatMap((one) => lines(one, style)),
  ];
}

function lines(server: RankedServer, style: Style): Line[] {
  const { service, host, port, security, verdict, approved } = server;
  const seen = seenOf(server).filter(([, value]) => value !== '');
  const foreign = approved === null ? '; it is outside the domain, so people are asked before a password is sent' : '';
  return [
    ['  ', markOf(states[verdict], style), ` ${service} ${host}:${port}, ${ways[security]}`],
    ...wrap(`${verdict}: ${reasonOf(server)}${foreign} (${sourceNamesOf(server)})`, style.columns, 6),
    ...seen.flatMap(([name, value]) => wrap(`${name}: ${value}`, style.columns, 6, 8)),
  ];
}
