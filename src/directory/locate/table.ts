import { attempt, type Found, type Usable } from './attempt.ts';
import type { Candidate } from './candidate.ts';
import { clientSiteOf, isCloseEnough } from './closeness.ts';
import { makePings } from './pings.ts';
import type { Locator } from './types.ts';

/** Domain controllers that are measured at one time. */
const atOnce = 8;

/**
 * Pings every domain controller and measures its way to a verified TLS session. All sessions are closed but that of
 * the best one: the first in order that is close, or else the first that is usable.
 */
export async function measureAll(candidates: readonly Candidate[], locator: Locator): Promise<Found> {
  const pings = makePings(locator, () => {});
  const queue = candidates.filter(({ seen }) => seen.problem === null);
  const usable: Usable[] = [];
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const pinged = pings.of(next);
      const result = await attempt(next, pings, locator, locator.step.signal);
      if (result.ok) usable.push(result.value);
      await pinged;
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, candidates.length) }, worker));
  pings.end();
  const inOrder = usable.sort((a, b) => candidates.indexOf(a.candidate) - candidates.indexOf(b.candidate));
  const best = inOrder.find(({ candidate }) => isBest(candidate, candidates, locator)) ?? inOrder[0] ?? null;
  for (const other of usable) if (other !== best) other.entered.session.close();
  return { winner: best, candidates };
}

function isBest(candidate: Candidate, candidates: readonly Candidate[], { question }: Locator): boolean {
  return isCloseEnough(candidate, question.site, clientSiteOf(candidates));
}
