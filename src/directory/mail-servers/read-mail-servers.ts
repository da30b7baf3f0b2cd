import { err, ok, type Problem, type Result } from '../../core/index.ts';
import type { Step } from '../../run/index.ts';
import { equal } from '../ldap/filter.ts';
import { resultCode, resultProblem } from '../ldap/problem.ts';
import { domainDn } from '../names/dn.ts';
import type { SignedIn } from '../sign-in/sign-in.ts';
import { type MailServer, nearestFirst, serverAttributes, toMailServer } from './mail-server.ts';

/** A large organisation has some dozens. */
const sizeLimit = 100;

/**
 * The Exchange servers of the forest.
 *
 * @param home the server of the person's mailbox, as the account names it
 * @returns none where there is no Exchange, or none that this person may see
 */
export async function readMailServers(
  { session, dc }: Pick<SignedIn, 'session' | 'dc'>,
  home: string | null,
  step: Step,
): Promise<Result<readonly MailServer[], Problem>> {
  const base = `CN=Microsoft Exchange,CN=Services,CN=Configuration,${domainDn(dc.forest ?? dc.domain)}`;
  const filter = equal('objectClass', 'msExchExchangeServer');
  const answer = await session.search({ base, scope: 'sub', filter, attributes: serverAttributes, sizeLimit }, step);
  if (!answer.ok) return answer;
  const { result, entries } = answer.value;
  const nothing: readonly number[] = [resultCode.noSuchObject, resultCode.referral];
  if (nothing.includes(result.code)) return ok([]);
  if (result.code !== resultCode.success && result.code !== resultCode.sizeLimitExceeded) {
    return err(resultProblem(result, dc.host));
  }
  const servers = entries.map(toMailServer).filter((server) => server !== null);
  return ok(nearestFirst(servers, home, dc.clientSite ?? dc.site));
}
