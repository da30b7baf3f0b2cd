import { deadline, failed, type Outcome, times } from '../../core/index.ts';
import type { Step } from '../../run/index.ts';
import { type Candidate, reportCandidate } from './candidate.ts';
import { firstUsable } from './contest.ts';
import { findCandidates } from './find.ts';
import { measureAll } from './table.ts';
import type { DcQuestion, LocatedDc, Locator, LocatorDeps } from './types.ts';
import { verdict } from './verdict.ts';

/**
 * Finds a domain controller of a domain that can be given a password: named in DNS (MS-ADTS 6.3.6, RFC 2782), inside
 * the approved names, with a verified TLS session, in the closest site where there is a choice.
 *
 * @returns the DC with its open session; `dc.no-srv-records`, `dc.all-unreachable`, `dc.not-a-dc`,
 *   `dns.unapproved-name`, or the problem of the one that came closest (`tls.…`, `ldap.…`); what DNS said
 */
export async function locateDc(question: DcQuestion, deps: LocatorDeps, step: Step): Promise<Outcome<LocatedDc>> {
  const limit = deadline(step.signal, times.locateDc);
  try {
    return await search({ ...deps, question, step: { ...step, signal: limit.signal } });
  } finally {
    limit.clear();
  }
}

async function search(locator: Locator): Promise<Outcome<LocatedDc>> {
  const { question, step } = locator;
  report(locator, [], null, null);
  const named = await findCandidates(locator);
  if (!named.ok) return failed(named.error);
  const { winner, candidates } = question.wholeTable
    ? await measureAll(named.value, locator)
    : await firstUsable(named.value, locator);
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
