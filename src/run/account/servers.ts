import type { MailboxReport, RankedServer, Report } from '../report/schema.ts';

/** A server that an account is set up with. */
export interface AccountServer {
  readonly host: string;
  readonly port: number;
  readonly security: 'implicit' | 'starttls';
  /** Those that its source names, its first choice first; empty where it says nothing. */
  readonly authentications: RankedServer['authentication'];
  /** As its source says it; null: the name that the person signs in with. */
  readonly user: string | null;
  /** The domain that somebody has to approve before it may be given the person's password; null where nothing is in the way. */
  readonly toApprove: string | null;
}

export interface IncomingAccountServer extends AccountServer {
  readonly protocol: 'imap' | 'pop3';
}

export interface AccountServers {
  readonly incoming: IncomingAccountServer | null;
  readonly outgoing: AccountServer | null;
}

/**
 * The servers that a run has found for an account. A relay that has accepted the sign-in is worth more than one that is only
 * published, and one that was only reached stands in where none is. Else only servers that the run chose count, and none
 * without TLS.
 */
export function accountServers(report: Report): AccountServers {
  const chosen = (report.chain.settings?.servers ?? []).filter(({ verdict }) => verdict === 'chosen');
  const relay = relayOf(report);
  const isProved = report.chain.relay?.mechanism != null;
  const published = first(chosen, 'submission');
  return {
    incoming: proved(incomingOf(chosen), report.chain.mailbox),
    outgoing: isProved ? (relay ?? published) : (published ?? relay),
  };
}

function first(chosen: readonly RankedServer[], service: RankedServer['service']): AccountServer | null {
  const server = chosen.find((one) => one.service === service && one.security !== 'plain');
  if (server === undefined) return null;
  const { host, port, security, authentication, user, approved, toApprove } = server;
  return {
    host,
    port,
    security: security === 'implicit' ? 'implicit' : 'starttls',
    authentications: authentication,
    user,
    toApprove: approved === null ? (toApprove ?? host) : null,
  };
}

function incomingOf(chosen: readonly RankedServer[]): IncomingAccountServer | null {
  for (const protocol of ['imap', 'pop3'] as const) {
    const server = first(chosen, protocol);
    if (server !== null) return { protocol, ...server };
  }
  return null;
}

/** Somebody has signed in to the mailbox with a password: then that is how, and under that name. */
function proved(server: IncomingAccountServer | null, mailbox: MailboxReport | null): IncomingAccountServer | null {
  if (server === null || mailbox?.signIn !== 'accepted') return server;
  const isSame = mailbox.host === server.host && mailbox.port === server.port;
  return isSame ? { ...server, authentications: ['password'], user: mailbox.user ?? server.user } : server;
}

function relayOf({ chain, request }: Report): AccountServer | null {
  const { relay, name } = chain;
  if (relay?.port == null || relay.security === null) return null;
  const { host, port, security, mechanism } = relay;
  const own = request?.options['relayUser'];
  return {
    host,
    port,
    security,
    authentications: ['password'],
    user: typeof own === 'string' && own !== '' ? own : null,
    // Whoever has been given it already was approved.
    toApprove: mechanism !== null || name?.approvedBy != null ? null : host,
  };
}
