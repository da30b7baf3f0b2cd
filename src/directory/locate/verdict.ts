import { endedByDeadline, failed, type Outcome, type Problem, unknown, warned } from '../../core/index.ts';
import { ended, problem } from '../../problems/index.ts';
import type { Usable } from './attempt.ts';
import { type Candidate, problemOf, siteOf } from './candidate.ts';
import { answersOf, clientSiteOf, isCloseEnough } from './closeness.ts';
import type { DcQuestion, LocatedDc } from './types.ts';

/** What the search found, as the outcome of its probe. */
export function verdict(
  winner: Usable | null,
  candidates: readonly Candidate[],
  question: DcQuestion,
  signal: AbortSignal,
): Outcome<LocatedDc> {
  if (winner === null) return nothingUsable(candidates, question, signal);
  return warned(locatedDc(winner, candidates, question), warnings(winner.candidate, candidates, question));
}

function locatedDc(
  { candidate, entered }: Usable,
  candidates: readonly Candidate[],
  { domain }: DcQuestion,
): LocatedDc {
  const answer = candidate.seen.answer ?? answersOf(candidates)[0];
  return {
    domain,
    host: candidate.target.host,
    address: entered.address,
    port: entered.port,
    security: entered.security,
    session: entered.session,
    site: siteOf(candidate),
    clientSite: clientSiteOf(candidates),
    netbiosDomain: answer?.netbiosDomain ?? null,
    forest: answer?.forest ?? null,
  };
}

function warnings(chosen: Candidate, candidates: readonly Candidate[], { domain, site }: DcQuestion): Problem[] {
  const dead = candidates.filter(({ seen }) => seen.problem !== null && seen.problem.code !== 'dns.unapproved-name');
  const hosts = dead.map(({ target }) => target.host).join(', ');
  const evidence = dead.map(describe);
  const unreachable = dead.length === 0 ? [] : [problem('dc.some-unreachable', { domain, hosts }, { evidence })];
  const closest = clientSiteOf(candidates);
  const own = siteOf(chosen);
  if (closest === null || own === null || isCloseEnough(chosen, site, closest)) return unreachable;
  const { host } = chosen.target;
  return [...unreachable, problem('dc.wrong-site', { host, site: own, closest })];
}

/** A DC that was reached and refused says more than one that was not reached. */
function nothingUsable(candidates: readonly Candidate[], { domain }: DcQuestion, signal: AbortSignal): Outcome<never> {
  if (signal.aborted && !endedByDeadline(signal)) return unknown(problem('run.cancelled', {}));
  const found = candidates.flatMap((candidate) => problemOf(candidate) ?? []);
  const evidence = candidates.map(describe);
  const telling = found.find(
    ({ code }) => !code.startsWith('net.') && code !== 'run.cancelled' && code !== 'dns.no-data',
  );
  if (telling !== undefined) return ended({ ...telling, evidence });

  return failed(problem('dc.all-unreachable', { domain, count: candidates.length }, { evidence, cause: found[0] }));
}

function describe(candidate: Candidate): string {
  const found = problemOf(candidate);
  return `${candidate.target.host}: ${found === null ? 'not tried' : [found.code, ...found.evidence].join('; ')}`;
}
