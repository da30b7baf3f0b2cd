import { deadline, type Outcome, times } from '../../core/index.ts';
import type { Step } from '../../run/index.ts';
import { type Candidate, makeCandidate, reportCandidate } from './candidate.ts';
import { firstUsable } from './contest.ts';
import { measureAll } from './table.ts';
import type { DcQuestion, LocatedDc, Locator, LocatorDeps, NamedDc } from './types.ts';
import { verdict } from './verdict.ts';

/**
 * Finds, among those that DNS names, a domain controller that can be given a password: inside the approved names, with a
 * verified TLS session, in the closest site where there is a choice (MS-ADTS 6.3.6).
 *
 * @returns the DC with its open session; `dc.all-unreachable`, `dc.not-a-dc`, `dns.unapproved-name`, or the problem of
 *   the one that came closest (`tls.…`, `ldap.…`)
 */
export async function locateDc(
  question: DcQuestion,
  named: readonly NamedDc[],
  deps: LocatorDeps,
  step: Step,
): Promise<Outcome<LocatedDc>> {
  const limit = deadline(step.signal, times.locateDc);
  try {
    return await search(named, { ...deps, question, step: { ...step, signal: limit.signal } });
  } finally {
    limit.clear();
  }
}

async function search(named: readonly NamedDc[], locator: Locator): Promise<Outcome<LocatedDc>> {
  const { question, step } = locator;
  const all = named.map(({ target, site }) => makeCandidate(target, site, locator));
  report(locator, all, null, null);
  const { winner, candidates } = await (question.wholeTable ? measureAll(all, locator) : firstUsable(all, locator));
  const outcome = verdict(winner, candidates, question, step.signal);
  const located = outcome.kind === 'passed' || outcome.kind === 'warned' ? outcome.value : null;
  report(locator, candidates, winner?.candidate ?? null, located);
  return outcome;
}

function report(
  { question, step }: Locator,
  candidates: readonly Candidate[],
  chosen: Candidate | null,
  dc: LocatedDc | null,
): void {
  step.report({
    domainController: {
      domain: question.domain,
      netbiosDomain: dc?.netbiosDomain ?? null,
      forest: dc?.forest ?? null,
      host: dc?.host ?? null,
      address: dc?.address ?? null,
      port: dc?.port ?? null,
      site: dc?.site ?? null,
      clientSite: dc?.clientSite ?? null,
      security: dc?.security ?? null,
      candidates: candidates.map((candidate, i) => reportCandidate(candidate, i + 1, chosen)),
    },
  });
}
