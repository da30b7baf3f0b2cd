import type { Candidate } from './candidate.ts';
import { sameName, siteOf } from './candidate.ts';
import type { NetlogonAnswer } from './netlogon.ts';

/** What the directory has said about where this client is, out of any answer to a ping. */
export function clientSiteOf(candidates: readonly Candidate[]): string | null {
  return answersOf(candidates).find(({ clientSite }) => clientSite !== null)?.clientSite ?? null;
}

export function answersOf(candidates: readonly Candidate[]): NetlogonAnswer[] {
  return candidates.flatMap(({ seen }) => (seen.answer !== null && seen.denial === null ? [seen.answer] : []));
}

/**
 * The sites in which to look for a closer domain controller, the best first; none when this answer says that the DC is
 * in the closest site, or does not say where the client is (MS-ADTS 6.3.6).
 */
export function closerSites({ seen }: Candidate): string[] {
  if (seen.answer === null || seen.denial !== null || seen.answer.closest) return [];
  const { clientSite, nextClosestSite, site } = seen.answer;
  return [clientSite, nextClosestSite].filter((name): name is string => name !== null && !sameName(name, site));
}

/** Whether there is no reason to look for another site's DC: it is close, or in the site that was asked for. */
export function isCloseEnough(candidate: Candidate, askedSite: string | null, clientSite: string | null): boolean {
  const site = siteOf(candidate);
  if (askedSite !== null && sameName(site, askedSite)) return true;
  return clientSite === null || candidate.seen.answer?.closest === true || sameName(site, clientSite);
}
