import { deadline, err, ok, type Problem, type Result, times, untilAborted } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { Candidate } from './candidate.ts';
import type { Entered } from './door.ts';
import type { Pings } from './pings.ts';
import { reach } from './reach.ts';
import type { Locator } from './types.ts';

export interface Usable {
  readonly candidate: Candidate;
  readonly entered: Entered;
}

/** What a search for a domain controller found: the one to use, and all that were looked at, in their order. */
export interface Found {
  readonly winner: Usable | null;
  readonly candidates: readonly Candidate[];
}

/**
 * Gets a session with one domain controller and waits a moment for what it says about itself: one that denies being a
 * DC of the domain is left again. No answer to the ping is no reason against it.
 */
export async function attempt(
  candidate: Candidate,
  pings: Pings,
  locator: Locator,
  signal: AbortSignal,
): Promise<Result<Usable, Problem>> {
  const reached = await reach(candidate, locator, signal);
  if (!reached.ok) return reached;
  const grace = deadline(signal, times.cldapGrace);
  await untilAborted(pings.of(candidate), grace.signal).catch(() => {});
  grace.clear();
  const { denial } = candidate.seen;
  if (denial === null && !signal.aborted) return ok({ candidate, entered: reached.value });
  reached.value.session.close();
  return err(denial ?? problem('run.cancelled', {}));
}
