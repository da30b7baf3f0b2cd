import { type Deadline, deadline, times } from '../../core/index.ts';
import { problem } from '../../problems/index.ts';
import { attempt, type Found, type Usable } from './attempt.ts';
import { type Bell, makeBell } from './bell.ts';
import type { Candidate } from './candidate.ts';
import { clientSiteOf, closerSites, isCloseEnough } from './closeness.ts';
import { findInSites } from './find.ts';
import { makePings, type Pings } from './pings.ts';
import type { Locator } from './types.ts';

/** Finds the first domain controller that can be used; the sessions with all others are closed. */
export async function firstUsable(candidates: readonly Candidate[], locator: Locator): Promise<Found> {
  const contest = new Contest(candidates, locator);
  const winner = await contest.winner();
  return { winner, candidates: contest.candidates };
}

/**
 * The search for the first domain controller that can be used. Connections start in the order of the candidates,
 * staggered, while pings run beside them. A DC that answers a ping is connected to at once; one of another site that
 * is ready first waits a moment for a closer one. Pings that nobody answers cost next to nothing.
 */
class Contest {
  readonly #locator: Locator;
  readonly #candidates: Candidate[];
  readonly #waiting: Candidate[];
  readonly #running = new Map<Candidate, Deadline>();
  readonly #ready: Usable[] = [];
  readonly #bell: Bell = makeBell();
  readonly #over: Deadline;
  readonly #pings: Pings;
  /** In the order in which they started. */
  readonly #started: Candidate[] = [];
  /** Those that have had the time in which a live server answers. */
  readonly #hadTime = new Set<Candidate>();
  /** The DCs of the site that the directory has pointed to. */
  #closer: readonly Candidate[] = [];
  #isTurn = true;
  #isPatient = true;
  #lookups = 0;
  #hasLooked = false;

  constructor(candidates: readonly Candidate[], locator: Locator) {
    this.#locator = locator;
    this.#candidates = [...candidates];
    this.#waiting = candidates.filter(isOpen);
    this.#over = deadline(locator.step.signal);
    this.#pings = makePings(locator, (candidate) => this.#hear(candidate));
  }

  /** In the order in which they stood, with those that a closest-site hint added. */
  get candidates(): readonly Candidate[] {
    return this.#candidates;
  }

  async winner(): Promise<Usable | null> {
    this.#pings.add(this.#waiting.slice());
    for (;;) {
      const decided = this.#decide();
      if (decided !== undefined) return this.#finish(decided);
      this.#startDue();
      await this.#bell.heard();
    }
  }

  /** The winner, null when there is none, undefined while that is open. */
  #decide(): Usable | null | undefined {
    const close = this.#ready.find(
      ({ candidate }) => this.#isCloseEnough(candidate) || this.#closer.includes(candidate),
    );
    if (close !== undefined) return this.#startedBefore(close).every((own) => this.#isSilent(own)) ? close : undefined;
    const isIdle = this.#running.size === 0 && this.#waiting.length === 0 && this.#lookups === 0;
    const [first = null] = this.#ready;
    if (isIdle || this.#over.signal.aborted) return first;
    return first !== null && !(this.#isPatient && this.#hasHope()) ? first : undefined;
  }

  /** Whether a closer DC may still come: its site is being looked up, or it is on its way. */
  #hasHope(): boolean {
    const isExpected = (own: Candidate) =>
      this.#waiting.includes(own) || (this.#running.has(own) && !this.#isSilent(own));
    return this.#lookups > 0 || this.#closer.some(isExpected);
  }

  #startDue(): void {
    const [next] = this.#waiting;
    if (next !== undefined && (this.#isTurn || this.#running.size === 0)) this.#start(next);
  }

  #start(candidate: Candidate): void {
    const at = this.#waiting.indexOf(candidate);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    const own = deadline(this.#over.signal);
    this.#running.set(candidate, own);
    this.#started.push(candidate);
    void this.#attempt(candidate, own);
    this.#isTurn = false;
    this.#after(times.connectStagger, () => {
      this.#isTurn = true;
      this.#hadTime.add(candidate);
    });
  }

  async #attempt(candidate: Candidate, own: Deadline): Promise<void> {
    const result = await attempt(candidate, this.#pings, this.#locator, own.signal);
    own.clear();
    this.#running.delete(candidate);
    if (result.ok && this.#over.signal.aborted) result.value.entered.session.close();
    else if (result.ok) this.#admit(result.value);
    this.#bell.ring();
  }

  #admit(usable: Usable): void {
    this.#ready.push(usable);
    if (this.#ready.length === 1)
      this.#after(times.closerSite, () => {
        this.#isPatient = false;
      });
  }

  /** A candidate has answered its ping. */
  #hear(candidate: Candidate): void {
    const { denial, answer } = candidate.seen;
    if (denial !== null) this.#running.get(candidate)?.end();
    else if (answer?.serving === true) this.#start(candidate);
    const sites = closerSites(candidate);
    if (sites.length > 0 && !this.#hasLooked && !this.#isCloseEnough(candidate)) void this.#lookIn(sites);
    this.#bell.ring();
  }

  /** Follows a closest-site hint: the DCs of that site go to the head of the queue, and the first of them starts. */
  async #lookIn(sites: readonly string[]): Promise<void> {
    this.#hasLooked = true;
    this.#lookups += 1;
    const found = await findInSites(sites, this.#candidates, this.#locator);
    const fresh = found.filter((own) => !this.#candidates.includes(own));
    const queued = found.filter((own) => isOpen(own) && (fresh.includes(own) || this.#waiting.includes(own)));
    this.#closer = found;
    this.#candidates.push(...fresh);
    this.#waiting.splice(0, this.#waiting.length, ...queued, ...this.#waiting.filter((own) => !queued.includes(own)));
    this.#pings.add(fresh.filter(isOpen));
    this.#isTurn = true;
    this.#lookups -= 1;
    this.#bell.ring();
  }

  #isCloseEnough(candidate: Candidate): boolean {
    return isCloseEnough(candidate, this.#locator.question.site, clientSiteOf(this.#candidates));
  }

  #after(ms: number, then: () => void): void {
    const ring = () => this.#bell.ring();
    this.#locator.clock.sleep(ms, this.#over.signal).then(then).then(ring, ring);
  }

  /** Those that started before this one and have not been heard of yet. */
  #startedBefore({ candidate }: Usable): Candidate[] {
    const before = this.#started.slice(0, this.#started.indexOf(candidate));
    return before.filter((own) => this.#running.has(own) && own.seen.answer === null);
  }

  /** Whether it has said nothing in the time in which a live server answers. */
  #isSilent(candidate: Candidate): boolean {
    return this.#hadTime.has(candidate) && candidate.seen.answer === null;
  }

  #nameSilent({ seen, target }: Candidate): void {
    const evidence = [`neither ping nor TLS was answered within ${times.connectStagger} ms; another DC was ready`];
    seen.problem = problem(
      'net.timeout',
      { host: target.host, port: this.#locator.question.ports.ldaps },
      { evidence },
    );
  }

  #finish(winner: Usable | null): Usable | null {
    const before = winner === null ? [] : this.#startedBefore(winner);
    for (const own of before) if (this.#isSilent(own)) this.#nameSilent(own);
    this.#over.end();
    this.#over.clear();
    this.#pings.end();
    for (const usable of this.#ready) if (usable !== winner) usable.entered.session.close();
    return winner;
  }
}

/** Whether there is anything to try: a name that nobody approved has its problem from the start. */
function isOpen({ seen }: Candidate): boolean {
  return seen.problem === null;
}
