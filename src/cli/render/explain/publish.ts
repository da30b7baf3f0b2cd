import { isIP } from 'node:net';
import {
  accountOf,
  autoconfigFile,
  autodiscoverXml,
  type ClientAccount,
  type Given,
  type Publication,
  paccDocument,
  servicePoint,
  srvRecords,
} from '../../../clients/index.ts';
import type { RankedServer, Report } from '../../../run/index.ts';
import type { JudgedSource } from './judge.ts';

/** The servers that settings are to name, and whether they are those of the organisation or only stand for them. */
export interface Target {
  readonly account: ClientAccount;
  readonly isExample: boolean;
}

/** What the published settings should say: the servers that were chosen; else those that are published; else examples. */
export function targetOf(report: Report): Target | null {
  const { settings } = report.chain;
  if (settings === null || settings.domain === '') return null;
  const { domain, servers } = settings;
  const incoming = best(servers, ['imap', 'pop3']);
  const outgoing = best(servers, ['submission']);
  const given: Given = {
    address: settings.address ?? `postmaster@${domain}`,
    incoming: {
      protocol: incoming?.service === 'pop3' ? 'pop3' : 'imap',
      ...serverOf(incoming, `imap.${domain}`, 993),
    },
    outgoing: serverOf(outgoing, `smtp.${domain}`, 465),
  };
  const account = accountOf(report, given);
  if (typeof account === 'string') return null;
  return { account: { ...account, domain, provider: domain }, isExample: incoming === null || outgoing === null };
}

function best(servers: readonly RankedServer[], services: readonly RankedServer['service'][]): RankedServer | null {
  const fit = servers.filter(({ service, security }) => services.includes(service) && security !== 'plain');
  const isPublished = ({ sources }: RankedServer) => sources.some(({ trust }) => trust !== 'guess');
  return fit.find(({ verdict }) => verdict === 'chosen') ?? fit.find(isPublished) ?? null;
}

function serverOf(server: RankedServer | null, host: string, port: number): NonNullable<Given['outgoing']> {
  const [first = 'password'] = server?.authentication ?? [];
  return {
    host: server?.host ?? host,
    port: server?.port ?? port,
    security: server?.security === 'starttls' ? 'starttls' : 'implicit',
    authentication: first === 'address' ? 'none' : first,
    user: server?.user ?? null,
  };
}

/** What to publish so that a source names the right servers; nothing where it does, or where nobody publishes anything. */
export function publicationsFor(source: JudgedSource, { account }: Target, report: Report): readonly Publication[] {
  if (isIP(account.outgoing.host) !== 0) return [];
  switch (source.name) {
    case 'dns':
      return missingRecords(source, account);
    case 'autoconfig':
      return isGood(source, account) ? [] : [autoconfigFile(account)];
    case 'pacc':
      return isGood(source, account) ? [] : (paccDocument(account) ?? []);
    case 'autodiscover':
      return isGood(source, account) || isExchange(source) ? [] : [autodiscoverXml(account)];
    case 'directory':
      return source.verdict === 'absent' ? [servicePoint(account.domain, forestOf(report, account))] : [];
    case 'provider':
    case 'common-names':
      return [];
  }
}

/** Those of the records that DNS does not have yet. */
function missingRecords({ answers }: JudgedSource, account: ClientAccount): readonly Publication[] {
  const known = (answers ?? []).flatMap(({ origin, servers }) =>
    servers.map(({ host, port }) => `${origin}. ${port} ${host}.`),
  );
  const missing = srvRecords(account).filter((record) => {
    const [name, , , , , , port, target] = record.split(' ');
    return !known.includes(`${name} ${port} ${target}`);
  });
  return missing.length === 0 ? [] : [{ place: `the zone of ${account.domain}`, content: missing.join('\n') }];
}

/** Whether every answer names the account's servers, and none of the servers has a fault. */
function isGood({ answers, verdict }: JudgedSource, { incoming, outgoing }: ClientAccount): boolean {
  const hosts = (answers ?? []).flatMap(({ servers }) => servers.map(({ host, port }) => `${host}:${port}`));
  const wanted = [incoming, outgoing].flatMap((server) => (server === null ? [] : [`${server.host}:${server.port}`]));
  return verdict !== 'broken' && wanted.every((one) => hosts.includes(one));
}

/** Why nothing can be said to publish, where the format is too narrow for the servers; null where it is not. */
export function tooNarrow({ name }: JudgedSource, { account }: Target): string | null {
  if (name !== 'pacc' || paccDocument(account) !== null) return null;
  return 'Its format knows TLS from the start on the ports 993, 995 and 465 only: it cannot name these servers.';
}

/** An Exchange server answers by itself, to whoever signs in. */
function isExchange({ answers, probe }: JudgedSource): boolean {
  const isNamed = (answers ?? []).some(({ servers }) => servers.some(({ service }) => service === 'exchange'));
  return isNamed || (probe?.problems ?? []).some(({ code }) => code === 'settings.sign-in-needed');
}

function forestOf({ chain: { domainController: dc } }: Report, { domain }: ClientAccount): string {
  return dc?.forest ?? dc?.domain ?? domain;
}
