import { type Deadline, deadline, times } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import { attempt, type Found, type Usable } from './attempt.ts';
import { makeBell } from './bell.ts';
import type { Candidate } from './candidate.ts';
import { clientSiteOf, closerSites, isCloseEnough } from './closeness.ts';
import { findInSites } from './find.ts';
import { makePings, type Pings } from './pings.ts';
import { Roster } from './roster.ts';
import type { Locator } from './types.ts';

/** Finds the first domain controller that can be used; the sessions with all others are closed. */
export async function firstUsable(candidates: readonly Candidate[], locator: Locator): Promise<Found> {
  const contest = new Contest(candidates, locator);
  try {
    return await contest.run();
  } finally {
    contest.end();
  }
}

/**
 * The search for the first domain controller that can be used. Connections start in the order of the candidates,
 * staggered, while pings run beside them. A DC that answers a ping is connected to at once; one of another site that
 * is ready first waits a moment for a closer one. Pings that nobody answers cost next to nothing.
 */
class Contest {
  readonly #locator: Locator;
  readonly #roster: Roster;
  readonly #ready: Usable[] = [];
  readonly #bell = makeBell();
  readonly #over: Deadline;
  readonly #pings: Pings;
  /** The DCs of the site that the directory has pointed to. */
  #closer: readonly Candidate[] = [];
  #lookup: 'none' | 'under-way' | 'done' = 'none';
  #isTurn = true;
  #isPatient = true;
  #winner: Usable | null = null;
  #fault: { readonly error: unknown } | null = null;

  constructor(candidates: readonly Candidate[], locator: Locator) {
    this.#locator = locator;
    this.#roster = new Roster(candidates);
    this.#over = deadline(locator.step.signal);
    this.#pings = makePings(locator, (candidate) => this.#hear(candidate));
  }

  async run(): Promise<Found> {
    this.#pings.add(this.#roster.waiting);
    for (;;) {
      const decided = this.#decide();
      if (this.#fault !== null) throw this.#fault.error;
      if (decided !== undefined) return this.#conclude(decided);
      this.#startDue();
      await this.#bell.heard();
    }
  }

  /** Closes everything but the winner's session. */
  end(): void {
    this.#over.end();
    this.#over.clear();
    this.#pings.end();
    for (const usable of this.#ready) if (usable !== this.#winner) usable.entered.session.close();
  }

  /** The winner, null when there is none, undefined while that is open. */
  #decide(): Usable | null | undefined {
    const roster = this.#roster;
    const close = this.#ready.find(({ candidate }) => this.#isBest(candidate));
    // Who has not been heard of gets the time to speak: then it is known to be dead, and named.
    if (close !== undefined && roster.unheardBefore(close.candidate).every((own) => roster.isSilent(own))) return close;
    const [first = null] = this.#ready;
    const isOver = this.#over.signal.aborted;
    const isIdle =
      roster.runningCount === 0 && (isOver || (roster.waiting.length === 0 && this.#lookup !== 'under-way'));
    if (isIdle || (isOver && first !== null)) return first;
    return close === undefined && first !== null && !this.#isWorthWaiting() ? first : undefined;
  }

  /** Whether a closer DC may still come: its site is being looked up, or it is on its way. */
  #isWorthWaiting(): boolean {
    const isCloserExpected = this.#roster.all.some((own) => this.#isBest(own) && this.#roster.isExpected(own));
    return this.#isPatient && (this.#lookup === 'under-way' || isCloserExpected);
  }

  #startDue(): void {
    const [next] = this.#roster.waiting;
    if (next === undefined || this.#over.signal.aborted) return;
    if (this.#isTurn || this.#roster.runningCount === 0) this.#start(next);
  }

  #start(candidate: Candidate): void {
    if (!this.#roster.waiting.includes(candidate)) return;
    const own = deadline(this.#over.signal);
    this.#roster.start(candidate, own);
    this.#watch(this.#attempt(candidate, own.signal));
    this.#isTurn = false;
    this.#after(times.connectStagger, () => {
      this.#isTurn = true;
      this.#roster.hasHadTime(candidate);
    });
  }

  async #attempt(candidate: Candidate, signal: AbortSignal): Promise<void> {
    const result = await attempt(candidate, this.#pings, this.#locator, signal);
    this.#roster.settle(candidate);
    if (!result.ok) return;
    if (this.#over.signal.aborted) return result.value.entered.session.close();
    this.#ready.push(result.value);
    this.#after(times.closerSite, () => {
      this.#isPatient = false;
    });
  }

  /** A candidate has answered its ping. */
  #hear(candidate: Candidate): void {
    const { denial, answer } = candidate.seen;
    if (denial !== null) this.#roster.dismiss(candidate);
    else if (answer?.serving === true) this.#start(candidate);
    const sites = closerSites(candidate);
    const isHint = sites.length > 0 && this.#lookup === 'none' && !this.#isCloseEnough(candidate);
    if (isHint) this.#watch(this.#lookIn(sites));
    this.#bell.ring();
  }

  /** Follows a closest-site hint: the DCs of that site are next. */
  async #lookIn(sites: readonly string[]): Promise<void> {
    this.#lookup = 'under-way';
    const known = this.#roster.all;
    this.#closer = await findInSites(sites, known, this.#locator);
    this.#lookup = 'done';
    this.#roster.promote(this.#closer);
    this.#pings.add(this.#closer.filter((own) => this.#roster.waiting.includes(own)));
    this.#isTurn = true;
  }

  #isBest(candidate: Candidate): boolean {
    return this.#isCloseEnough(candidate) || this.#closer.includes(candidate);
  }

  #isCloseEnough(candidate: Candidate): boolean {
    return isCloseEnough(candidate, this.#locator.question.site, clientSiteOf(this.#roster.all));
  }

  #conclude(winner: Usable | null): Found {
    this.#winner = winner;
    const port = this.#locator.question.ports.ldaps;
    const evidence = [`neither ping nor TLS was answered within ${times.connectStagger} ms; another DC was ready`];
    for (const { seen, target } of winner === null ? [] : this.#roster.silent)
      seen.problem = problem('net.timeout', { host: target.host, port }, { evidence });
    return { winner, candidates: this.#roster.all };
  }

  /** Work that nobody waits for: the loop looks again when it is done, and fails when it throws. */
  #watch(work: Promise<void>): void {
    const ring = () => this.#bell.ring();
    work
      .catch((error) => {
        this.#fault ??= { error };
      })
      .then(ring);
  }

  #after(ms: number, then: () => void): void {
    const ring = () => this.#bell.ring();
    this.#locator.clock.sleep(ms, this.#over.signal).then(then).then(ring, ring);
  }
}
