import { userNameFor } from '../core/index.ts';
import type { MailboxReport, RankedServer, RelayReport, Report } from '../run/index.ts';
import type { Authentication, ClientAccount, IncomingServer, OutgoingServer, Security } from './account.ts';

/** A server whose user name goes without saying: it is the name that the person signs in with. */
type GivenServer<S extends OutgoingServer> = Omit<S, 'user'> & { readonly user: string | null };

/** What a person says in place of what the report knows. */
export interface Given {
  readonly address?: string | undefined;
  readonly name?: string | undefined;
  readonly incoming?: GivenServer<IncomingServer> | undefined;
  readonly outgoing?: GivenServer<OutgoingServer> | undefined;
}

export type Missing = 'address' | 'outgoing';

/**
 * The account that a run found and what a person adds to it; the person comes first, then what was proved: a relay that has
 * accepted the sign-in is worth more than one that is only published. Else only servers that the run chose are taken, and none
 * without TLS. A relay that was reached stands in where no settings were looked for.
 */
export function accountOf(report: Report | null, given: Given): ClientAccount | Missing {
  const chain = report?.chain;
  const address = given.address ?? chain?.account?.mail ?? chain?.settings?.address ?? null;
  if (address === null) return 'address';
  const own = chain?.account?.userPrincipalName ?? chain?.signIn?.principal ?? address;
  const userOf = ({ user }: { readonly user: string | null }) => userNameFor(user, address) ?? own;
  const chosen = (chain?.settings?.servers ?? []).filter(({ verdict }) => verdict === 'chosen');
  const relay = relayOf(chain?.relay ?? null, textOf(report?.request?.options['relayUser']));
  const isProved = chain?.relay?.mechanism != null;
  const found = isProved ? (relay ?? outgoingOf(chosen)) : (outgoingOf(chosen) ?? relay);
  const outgoing = given.outgoing ?? found;
  const incoming = given.incoming ?? proved(incomingOf(chosen), chain?.mailbox ?? null);
  if (outgoing === null) return 'outgoing';
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return {
    name: (given.name ?? chain?.account?.displayName ?? address).trim(),
    address,
    domain,
    provider: domain,
    incoming: incoming === null ? null : { ...incoming, user: userOf(incoming) },
    outgoing: { ...outgoing, user: userOf(outgoing) },
  };
}

function outgoingOf(chosen: readonly RankedServer[]): GivenServer<OutgoingServer> | null {
  const server = chosen.find(({ service, security }) => service === 'submission' && security !== 'plain');
  return server === undefined ? null : serverOf(server);
}

function incomingOf(chosen: readonly RankedServer[]): GivenServer<IncomingServer> | null {
  for (const protocol of ['imap', 'pop3'] as const) {
    const server = chosen.find(({ service, security }) => service === protocol && security !== 'plain');
    if (server !== undefined) return { protocol, ...serverOf(server) };
  }
  return null;
}

/** Somebody has signed in to the mailbox with a password: then that is how, and under that name. */
function proved(server: GivenServer<IncomingServer> | null, mailbox: MailboxReport | null): typeof server {
  if (server === null || mailbox?.signIn !== 'accepted') return server;
  const isSame = mailbox.host === server.host && mailbox.port === server.port;
  return isSame ? { ...server, authentication: 'password', otherwise: [], user: mailbox.user ?? server.user } : server;
}

function serverOf({ host, port, security, authentication, user }: RankedServer): GivenServer<OutgoingServer> {
  const [first = 'password', ...others] = authentication.map(asksFor);
  return {
    host,
    port,
    security: security === 'implicit' ? 'implicit' : 'starttls',
    authentication: first,
    ...(others.length > 0 && { otherwise: others }),
    user,
  };
}

function asksFor(authentication: RankedServer['authentication'][number]): Authentication {
  return authentication === 'address' ? 'none' : authentication;
}

/** @param ownUser the name that is the relay's alone, where it has one */
function relayOf(relay: RelayReport | null, ownUser: string | null): GivenServer<OutgoingServer> | null {
  if (relay?.port == null || relay.security === null) return null;
  const security: Security = relay.security;
  return { host: relay.host, port: relay.port, security, authentication: 'password', user: ownUser };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
