import type { Outcome } from '../core/index.ts';
import type { Protocol } from './observation.ts';
import type { ChainPatch } from './report/schema.ts';

/** Ends an exchange. `roundTrips` corrects the number given at its start, once it is known better. */
export type EndExchange = (answered: string, roundTrips?: number) => void;

/** What a probe tells while it runs, and what ends it. */
export interface Step {
  /** Aborts at the probe's deadline, at the run's, or when somebody cancels. */
  readonly signal: AbortSignal;
  /** Aborts at the end of the run: for what outlives the probe, such as a session that others go on with. */
  readonly runSignal: AbortSignal;
  /** Starts an exchange; call the returned function when it is answered or given up. */
  exchange(protocol: Protocol, peer: string, asked: string, roundTrips?: number): EndExchange;
  /** Adds a line to the transcript. */
  line(protocol: Protocol, peer: string, direction: 'sent' | 'received' | 'note', text: string): void;
  /** Adds what was found to the report's chain; works as well for a probe that fails in the end. */
  report(patch: ChainPatch): void;
  /** Has `close` called at the end of the run, whatever happens. */
  defer(close: () => void): void;
}

/** One question with one typed answer, as the runner sees it. */
export interface Probe<T, P> {
  readonly id: string;
  readonly needs: readonly string[];
  readonly considers: readonly string[];
  readonly deadline: number;
  readonly aside: boolean;
  answer(given: Given, ports: P, step: Step): Promise<Outcome<T>>;
}

/** An outcome, with what the probe added to the report on its way there. */
export interface Answer {
  readonly outcome: Outcome<unknown>;
  readonly chain: ChainPatch;
}

/** The outcomes so far, by probe id. */
export type Given = (id: string) => Outcome<unknown>;

type Values<N> = { readonly [K in keyof N]: N[K] extends Probe<infer T, never> ? T : never };
type Outcomes<N> = { readonly [K in keyof N]: N[K] extends Probe<infer T, never> ? Outcome<T> : never };

export interface ProbeDefinition<T, P, N, C> {
  readonly id: string;
  /** Probes whose VALUES this one works with; it is skipped when one of them has none. */
  readonly needs?: N;
  /** Probes that are waited for, and whose OUTCOMES arrive, whatever they are. */
  readonly considers?: C;
  /** Milliseconds. */
  readonly deadline: number;
  /** A side question: when it stays unanswered, the run is not inconclusive for that. */
  readonly aside?: boolean;
  run(given: Values<N> & Outcomes<C>, ports: P, step: Step): Promise<Outcome<T>>;
}
