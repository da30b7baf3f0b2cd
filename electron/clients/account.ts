import { accountOf, type ClientAccount, type Missing, unapprovedServers } from '../../src/clients/index.ts';
import { err, ok, type Problem, type Result } from '../../src/core/index.ts';
import { problem } from '../../src/problems/index.ts';
import type { Report } from '../../src/run/index.ts';

/** The account that a run has found, or what is missing for one: a server, or somebody's word that a server is theirs. */
export function accountIn(report: Report): Result<ClientAccount, Problem> {
  const account = accountOf(report, {});
  if (typeof account === 'string') return err(whatIsMissing(account, report));
  const [foreign] = unapprovedServers(report, {});
  return foreign === undefined ? ok(account) : err(problem('settings.foreign-server', { ...foreign }));
}

function whatIsMissing(missing: Missing, { chain, request }: Report): Problem {
  const user = String(request?.options['user'] ?? '');
  if (missing === 'address') return problem('settings.no-domain', { address: user });
  const address = chain.account?.mail ?? chain.settings?.address ?? user;
  return problem('settings.none-found', { domain: address.slice(address.lastIndexOf('@') + 1) });
}
