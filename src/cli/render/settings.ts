import type { RankedServer, Report } from '../../run/index.ts';
import type { Line } from './line.ts';
import { type TableRow, tableLines } from './table.ts';

const columns = ['service', 'server', 'TLS', 'verdict'];

const security: Readonly<Record<RankedServer['security'], string>> = {
  implicit: 'from the start',
  starttls: 'STARTTLS',
  plain: 'none',
};

/** The one sentence that a server's place in the ranking has. */
const reasons: Readonly<Record<RankedServer['reason'], string>> = {
  'best-trust': 'named by the most trustworthy source',
  agreed: 'several sources agree',
  verified: 'reached, and it proved its name',
  'less-trust': 'its source is less trustworthy',
  'less-agreement': 'fewer sources name it',
  'less-secure': 'the other way of encryption is preferred',
  'not-preferred': 'another one comes first',
  'not-verified': 'it was not reached',
  unreachable: 'it could not be reached, or did not prove its name',
  'not-approved': 'nobody has approved its domain',
  plain: 'it has no encryption',
  'oauth2-only': 'it takes only sign-ins in a browser (OAuth 2)',
  'not-for-clients': 'not what mail clients are set up with',
};

/** Every server that was named, the best first, with who named it and why it is where it is. */
export function settingsSection({ chain: { settings } }: Report, width: number): Line[] {
  if (settings === null) return [];
  const rows = settings.servers.map(rowOf);
  return tableLines({ title: `Servers named for ${settings.domain}`, columns, rows }, width);
}

function rowOf({ service, host, port, security: kind, verdict, reason, sources, approved }: RankedServer): TableRow {
  return {
    cells: [service, `${host}:${port}`, security[kind], verdict],
    below: [
      ['because', reasons[reason]],
      ['named by', sources.map(({ source, origin }) => `${source} (${origin})`).join(', ')],
      ['password', approved === null ? 'not without your approval' : `allowed: ${approved}`],
    ],
  };
}
