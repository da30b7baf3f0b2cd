import type { RankedServer, RelayReport, Report } from '../run/index.ts';
import type { Authentication, ClientAccount, IncomingServer, OutgoingServer, Security } from './account.ts';

/** What a person says in place of what the report knows. */
export interface Given {
  readonly address?: string | undefined;
  readonly name?: string | undefined;
  readonly incoming?: IncomingServer | undefined;
  readonly outgoing?: OutgoingServer | undefined;
}

export type Missing = 'address' | 'outgoing';

/**
 * The account that a run found and what a person adds to it; the person comes first. Only servers that the run chose are
 * taken, and none without TLS. The relay that a run proved stands in where no settings were looked for.
 */
export function accountOf(report: Report | null, given: Given): ClientAccount | Missing {
  const chain = report?.chain;
  const address = given.address ?? chain?.account?.mail ?? chain?.settings?.address ?? null;
  if (address === null) return 'address';
  const signInName = chain?.account?.userPrincipalName ?? chain?.signIn?.principal ?? address;
  const chosen = (chain?.settings?.servers ?? []).filter(({ verdict }) => verdict === 'chosen');
  const outgoing = given.outgoing ?? outgoingOf(chosen, signInName) ?? relayOf(chain?.relay ?? null, signInName);
  if (outgoing === null) return 'outgoing';
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return {
    name: (given.name ?? chain?.account?.displayName ?? address).trim(),
    address,
    domain,
    provider: domain,
    incoming: given.incoming ?? incomingOf(chosen, signInName),
    outgoing,
  };
}

function outgoingOf(chosen: readonly RankedServer[], user: string): OutgoingServer | null {
  const server = chosen.find(({ service, security }) => service === 'submission' && security !== 'plain');
  return server === undefined ? null : serverOf(server, user);
}

function incomingOf(chosen: readonly RankedServer[], user: string): IncomingServer | null {
  for (const protocol of ['imap', 'pop3'] as const) {
    const server = chosen.find(({ service, security }) => service === protocol && security !== 'plain');
    if (server !== undefined) return { protocol, ...serverOf(server, user) };
  }
  return null;
}

function serverOf({ host, port, security, authentication, user }: RankedServer, signInName: string): OutgoingServer {
  const [first = 'password'] = authentication;
  return {
    host,
    port,
    security: security === 'implicit' ? 'implicit' : 'starttls',
    authentication: asksFor(first),
    user: user ?? signInName,
  };
}

function asksFor(authentication: RankedServer['authentication'][number]): Authentication {
  return authentication === 'address' ? 'none' : authentication;
}

function relayOf(relay: RelayReport | null, user: string): OutgoingServer | null {
  if (relay?.port == null || relay.security === null) return null;
  const security: Security = relay.security;
  return { host: relay.host, port: relay.port, security, authentication: 'password', user };
}
