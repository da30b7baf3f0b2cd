import { describe } from '../../../problems/index.ts';
import type { RankedServer, Report } from '../../../run/index.ts';
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

/** Every server that was named, the best first, with who named it and why it is where it is. */
export function serverSection({ chain: { settings } }: Report, width: number): Line[] {
  if (settings === null) return [];
  const rows = settings.servers.map(rowOf);
  return tableLines({ title: `Servers named for ${settings.domain}`, columns, rows }, width);
}

function rowOf(server: RankedServer): TableRow {
  const { service, host, port, security: kind, verdict, sources, approved } = server;
  return {
    cells: [service, `${host}:${port}`, security[kind], verdict],
    below: [
      ['because', reasonOf(server)],
      ['named by', sources.map(({ source, origin }) => `${sourceLabels[source]} (${origin})`).join(', ')],
      ['password', verdict === 'rejected' ? '' : passwordOf(approved)],
    ],
  };
}

function passwordOf(approved: string | null): string {
  return approved === null ? 'not without your approval' : `may be sent: ${approved}`;
}
