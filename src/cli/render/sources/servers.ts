import { describe } from '../../../problems/index.ts';
import type { RankedServer, Report } from '../../../run/index.ts';
import { certificateWords } from '../certificate.ts';
import type { Line } from '../line.ts';
import { type TableRow, tableLines } from '../table.ts';
import { sourceLabels } from './sources.ts';

const columns = ['service', 'server', 'TLS', 'verdict'];

const security: Readonly<Record<RankedServer['security'], string>> = {
  implicit: 'from the start',
  starttls: 'STARTTLS',
  plain: 'none',
};

const reasons: Readonly<Record<RankedServer['reason'], string>> = {
  'best-trust': 'named by the most trustworthy source',
  agreed: 'several sources agree',
  verified: 'reached, and it proved its name',
  'less-trust': 'its source is less trustworthy',
  'less-agreement': 'fewer sources name it',
  'less-secure': 'the other way of encryption is preferred',
  'not-preferred': 'another one comes first',
  'not-verified': 'it was not reached',
  unreachable: 'it was not reached, or did not prove its name',
  'not-approved': 'nobody has approved its domain',
  plain: 'it has no encryption',
  'oauth2-only': 'it takes only sign-ins in a browser (OAuth 2)',
  'not-for-clients': 'not what mail clients are set up with',
};

/** In one sentence, why a server is where it is in the ranking. */
export function reasonOf({ reason, fault }: RankedServer): string {
  return reason === 'unreachable' && fault !== undefined ? describe(fault).title : reasons[reason];
}

/** What a server showed of itself when it was tried; nothing where nobody tried. */
export function seenOf({ seen }: RankedServer): readonly (readonly [name: string, value: string])[] {
  if (seen === undefined) return [];
  return [
    ['says', seen.greeting ?? ''],
    ['certificate', certificateWords(seen.tls?.certificate ?? null)],
    ['sign-in by', seen.mechanisms.join(', ')],
  ];
}

/**
 * Every server that was named, the best first, with who named it and why it is where it is. Where exactly each of them named it
 * stands with the sources: it is repeated for those who want all of it, and so is what the server showed of itself.
 */
export function serverSection({ chain: { settings } }: Report, width: number, verbose: boolean): Line[] {
  if (settings === null) return [];
  const rows = settings.servers.map((server) => rowOf(server, verbose));
  return tableLines({ title: `Servers named for ${settings.domain}`, columns, rows }, width);
}

function rowOf(server: RankedServer, verbose: boolean): TableRow {
  const { service, host, port, security: kind, verdict, sources, approved } = server;
  return {
    cells: [service, `${host}:${port}`, security[kind], verdict],
    below: [
      ['because', reasonOf(server)],
      ['named by', verbose ? exactNames(sources) : sourceNamesOf(server)],
      ['password', verdict === 'rejected' ? '' : passwordOf(approved)],
      ...(verbose ? seenOf(server) : []),
    ],
  };
}

/** Who names a server, each once. */
export function sourceNamesOf({ sources }: Pick<RankedServer, 'sources'>): string {
  return [...new Set(sources.map(({ source }) => sourceLabels[source]))].join(', ');
}

function exactNames(sources: RankedServer['sources']): string {
  return sources.map(({ source, origin }) => `${sourceLabels[source]} (${origin})`).join(', ');
}

function passwordOf(approved: string | null): string {
  return approved === null ? 'not without your approval' : `may be sent: ${approved}`;
}
