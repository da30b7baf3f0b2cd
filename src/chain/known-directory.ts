import { err, hasValue, ok, type Problem, problemsOf, type Result } from '../core/index.ts';
import {
  type DcQuestion,
  findDcs,
  type LocatedDc,
  type LocatorDeps,
  locateDc,
  readMailServers,
  readServicePoints,
  type SignedIn,
} from '../directory/index.ts';
import type { KnownDirectory } from '../discovery/index.ts';
import { problem } from '../problems/index.ts';
import type { Step } from '../run/index.ts';

interface Elsewhere extends LocatorDeps {
  readonly ports: DcQuestion['ports'];
  approves(host: string): boolean;
}

/**
 * The person's own forest, in the session that they have signed in to; other directories are read without a name or a password.
 *
 * @param home the server of the mailbox, as the account names it
 */
export function knownDirectory(
  { session, dc }: Pick<SignedIn, 'session' | 'dc'>,
  home: string | null,
  elsewhere: Elsewhere,
): KnownDirectory {
  const own = [dc.domain, dc.forest ?? dc.domain].map((name) => name.toLowerCase());
  return {
    home,
    domain: dc.domain,
    mailServers: (step) => readMailServers({ session, dc }, home, step),
    isOwn: (host) => own.some((name) => host === name || host.endsWith(`.${name}`)),
    async read({ host, base }, step) {
      if (host === null) return readServicePoints({ session, dc }, base, step);
      const opened = await open(host, elsewhere, step);
      return opened.ok ? readServicePoints({ session: opened.value.session, dc: opened.value }, base, step) : opened;
    },
  };
}

/** A session with a domain controller of another domain, over verified TLS, in which nobody has signed in. */
async function open(
  domain: string,
  { ports, approves, ...deps }: Elsewhere,
  step: Step,
): Promise<Result<LocatedDc, Problem>> {
  // The report's domain controller is the one that the person signs in to.
  const quiet: Step = { ...step, report: () => {} };
  const question = { domain, site: null, ports, wholeTable: false, approves };
  const named = await findDcs(question, deps.dns, quiet);
  const located = hasValue(named) ? await locateDc(question, named.value, deps, quiet) : named;
  if (hasValue(located)) return ok(located.value);
  return err(problemsOf(located)[0] ?? problem('dc.no-srv-records', { domain, name: domain }));
}
