import { deadline, endedByDeadline, err, ok, type Problem, type Result, race, times } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import type { Candidate } from './candidate.ts';
import { type Door, doorsOf, type Entered, enter, type NotEntered } from './door.ts';
import type { Locator } from './types.ts';

/** A certificate that was seen and found wanting. Another door of the same server does not make it better. */
const certificateVerdicts: ReadonlySet<string> = new Set([
  'tls.untrusted-issuer',
  'tls.name-mismatch',
  'tls.expired',
  'tls.not-yet-valid',
  'tls.weak',
]);

/**
 * Gets a verified TLS session with one domain controller, and notes in its sighting what happened. Its doors are
 * raced: a firewall that swallows one port costs a stagger. A certificate that is refused at one of them is the end:
 * nobody goes on to StartTLS after that, and nothing is ever said in clear.
 */
export async function reach(
  candidate: Candidate,
  locator: Locator,
  signal: AbortSignal,
): Promise<Result<Entered, Problem>> {
  const { clock } = locator;
  const { seen, target } = candidate;
  const startedAt = clock.now();
  if ((await candidate.addresses).length === 0)
    return note(candidate, err(problem('dns.no-data', { name: target.host })));

  const doors = doorsOf(candidate, locator);
  const all = deadline(signal);
  let verdict: NotEntered | null = null;
  const options = { stagger: times.connectStagger, clock, signal: all.signal, discard: close };
  const { winner, failures } = await race(doors, options, async (door, own) => {
    if (own.aborted) return err({ problem: problem('run.cancelled', {}), facts: null });
    const entered = await enter(candidate, door, locator, own);
    if (!entered.ok && certificateVerdicts.has(entered.error.problem.code)) {
      verdict ??= entered.error;
      all.end();
    }
    return entered;
  });
  all.clear();

  // An attempt that others made superfluous says nothing against the server.
  if (signal.aborted && !endedByDeadline(signal)) {
    if (winner !== null) close(winner.value);
    return err(problem('run.cancelled', {}));
  }
  const refused = verdict as NotEntered | null;
  seen.certificate = winner?.value.facts.certificate ?? refused?.facts?.certificate ?? null;
  if (refused !== null) {
    if (winner !== null) close(winner.value);
    return note(candidate, err(refused.problem));
  }
  if (winner === null) return note(candidate, err(summary(doors, failures)));
  seen.ldaps = clock.now() - startedAt;
  return ok(winner.value);
}

function close({ session }: Entered): void {
  session.close();
}

function note(candidate: Candidate, failure: Result<never, Problem>): Result<never, Problem> {
  if (!failure.ok) candidate.seen.problem = failure.error;
  return failure;
}

/** What went wrong at the door that should have been open, with the others as evidence. */
function summary(doors: readonly Door[], failures: readonly { item: Door; error: NotEntered }[]): Problem {
  const inOrder = [...failures].sort((one, other) => doors.indexOf(one.item) - doors.indexOf(other.item));
  const [main] = inOrder;
  const evidence = inOrder.map(
    ({ item, error }) => `port ${item.port}: ${error.problem.evidence[0] ?? error.problem.code}`,
  );
  return { ...(main?.error.problem ?? problem('run.cancelled', {})), evidence };
}
