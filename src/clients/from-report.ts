import { userNameFor } from '../core/index.ts';
import { type AccountServer, accountServers, type RankedServer, type Report } from '../run/index.ts';
import type { Authentication, ClientAccount, IncomingServer, OutgoingServer } from './account.ts';

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

/** The account that a run found and what a person adds to it; the person comes first, then `accountServers`. */
export function accountOf(report: Report | null, given: Given): ClientAccount | Missing {
  const chain = report?.chain;
  const address = given.address ?? chain?.account?.mail ?? chain?.settings?.address ?? null;
  if (address === null) return 'address';
  const own = chain?.account?.userPrincipalName ?? chain?.signIn?.principal ?? address;
  const userOf = ({ user }: { readonly user: string | null }) => userNameFor(user, address) ?? own;
  const found = report === null ? { incoming: null, outgoing: null } : accountServers(report);
  const outgoing = given.outgoing ?? withAuthentication(found.outgoing);
  const incoming = given.incoming ?? withAuthentication(found.incoming);
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

/** A server, and the domain that has to be approved for it. */
export interface UnapprovedServer {
  readonly host: string;
  readonly domain: string;
}

/** Its servers that nothing has approved: whoever sets up a client with them lets it send the password there. */
export function unapprovedServers(report: Report, given: Given): readonly UnapprovedServer[] {
  const { incoming, outgoing } = accountServers(report);
  const found = [given.incoming ? null : incoming, given.outgoing ? null : outgoing];
  return found.flatMap((server) =>
    server === null || server.toApprove === null ? [] : [{ host: server.host, domain: server.toApprove }],
  );
}

function withAuthentication<S extends AccountServer>(
  server: S | null,
): (Omit<S, 'toApprove' | 'authentications'> & Pick<OutgoingServer, 'authentication' | 'otherwise'>) | null {
  if (server === null) return null;
  const { toApprove: _, authentications, ...rest } = server;
  const [authentication = 'password', ...others] = authentications.map(asksFor);
  return { ...rest, authentication, ...(others.length > 0 && { otherwise: others }) };
}

function asksFor(authentication: RankedServer['authentication'][number]): Authentication {
  return authentication === 'address' ? 'none' : authentication;
}
