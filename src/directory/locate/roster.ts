import type { Deadline } from '../../core/index.ts';
import type { Candidate } from './candidate.ts';

/** Where each candidate of a search stands: waiting for its turn, being connected to, or done with. */
export class Roster {
  readonly #all: Candidate[];
  #waiting: readonly Candidate[];
  readonly #running = new Map<Candidate, Deadline>();
  readonly #started: Candidate[] = [];
  readonly #hadTime = new Set<Candidate>();

  constructor(candidates: readonly Candidate[]) {
    this.#all = [...candidates];
    this.#waiting = candidates.filter(isOpen);
  }

  /** In the order in which they stood, later ones at the end. */
  get all(): readonly Candidate[] {
    return this.#all;
  }

  get waiting(): readonly Candidate[] {
    return this.#waiting;
  }

  get runningCount(): number {
    return this.#running.size;
  }

  /** Takes in new candidates, and puts all of these that have not started at the head of the queue. */
  promote(candidates: readonly Candidate[]): void {
    const fresh = candidates.filter((own) => !this.#all.includes(own));
    const queued = candidates.filter((own) => isOpen(own) && (fresh.includes(own) || this.#waiting.includes(own)));
    this.#all.push(...fresh);
    this.#waiting = [...queued, ...this.#waiting.filter((own) => !queued.includes(own))];
  }

  start(candidate: Candidate, own: Deadline): void {
    this.#waiting = this.#waiting.filter((other) => other !== candidate);
    this.#running.set(candidate, own);
    this.#started.push(candidate);
  }

  /** It has had the time in which a live server answers. */
  hasHadTime(candidate: Candidate): void {
    this.#hadTime.add(candidate);
  }

  /** Ends its attempt, if it has one. */
  dismiss(candidate: Candidate): void {
    this.#running.get(candidate)?.end();
  }

  settle(candidate: Candidate): void {
    this.#running.get(candidate)?.clear();
    this.#running.delete(candidate);
  }

  /** Whether something may still come of it: it waits, or has been heard of, or has not had its time. */
  isExpected(candidate: Candidate): boolean {
    return this.#waiting.includes(candidate) || (this.#running.has(candidate) && !this.isSilent(candidate));
  }

  isSilent(candidate: Candidate): boolean {
    return this.#hadTime.has(candidate) && candidate.seen.answer === null;
  }

  /** Those that are being connected to, have had their time, and have not been heard of. */
  get silent(): readonly Candidate[] {
    return this.#started.filter((own) => this.#running.has(own) && this.isSilent(own));
  }

  /** Those that started before this one and have not been heard of yet. */
  unheardBefore(candidate: Candidate): readonly Candidate[] {
    const before = this.#started.slice(0, this.#started.indexOf(candidate));
    return before.filter((own) => this.#running.has(own) && own.seen.answer === null);
  }
}

/** Whether there is anything to try: a name that nobody approved has its problem from the start. */
function isOpen({ seen }: Candidate): boolean {
  return seen.problem === null;
}
