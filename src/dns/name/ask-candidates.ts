import { deadline, times } from '../../core/index.ts';
import type { Step } from '../../run/index.ts';
import { addressesOf, type HostAddresses } from '../addresses.ts';
import type { Resolver } from '../resolver/resolver.ts';
import { settleSoon } from '../settle-soon.ts';
import type { Candidate } from './candidates.ts';

/** A candidate and what DNS says to it; null when it needed not be asked. */
export interface AskedCandidate {
  readonly candidate: Candidate;
  readonly answer: HostAddresses | null;
}

/**
 * Asks for all candidates at once, and gives the slower ones a little more time after one is found. A full name that
 * comes first in order has a head start of a stagger: when it exists, as it mostly does, the completed ones are not
 * asked for.
 */
export async function askCandidates(
  candidates: readonly Candidate[],
  resolver: Resolver,
  step: Step,
): Promise<readonly AskedCandidate[]> {
  const head = candidates[0]?.suffix === null ? candidates[0] : undefined;
  const start = headStart(head !== undefined, step.signal);
  const ask = async (candidate: Candidate, signal: AbortSignal) => {
    if (candidate !== head && !(await start.over)) return null;
    const answer = await addressesOf(resolver, candidate.name, { ...step, signal });
    if (candidate === head) start.end(answer.kind === 'found');
    return answer;
  };
  const answers = await settleSoon(candidates, {
    signal: step.signal,
    patience: (candidate) => (candidate === head ? 0 : times.dnsOtherCandidates),
    start: ask,
    isFound: (answer) => answer?.kind === 'found',
  });
  return candidates.map((candidate, i) => ({ candidate, answer: answers[i] ?? null }));
}

/** `over` says whether the others are to be asked. */
function headStart(wanted: boolean, signal: AbortSignal): { over: Promise<boolean>; end(found: boolean): void } {
  if (!wanted) return { over: Promise.resolve(true), end: () => {} };
  const limit = deadline(signal, times.dnsStagger);
  let won = false;
  const over = new Promise<boolean>((resolve) => {
    const onAbort = () => {
      limit.clear();
      resolve(!won);
    };
    if (limit.signal.aborted) onAbort();
    else limit.signal.addEventListener('abort', onAbort, { once: true });
  });
  const end = (found: boolean) => {
    won = found;
    limit.end();
  };
  return { over, end };
}
