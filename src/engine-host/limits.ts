import { heartbeat } from '../engine-protocol.ts';

export interface EngineLimits {
  /** Megabytes. */
  readonly heap: number;
  /** Milliseconds, all of them. */
  readonly start: number;
  readonly silence: number;
  readonly cancel: number;
}

/** What the engine may use and how long it may be silent before it is ended from outside. */
export const engineLimits: EngineLimits = {
  /** Megabytes of heap. A run needs some 30; a parser that is fed for ever stops here and not at the machine's end. */
  heap: 256,
  /** Milliseconds for loading the engine on a busy machine, until its first sign of life. */
  start: 10_000,
  /** Milliseconds without a sign of life. Twelve heartbeats: garbage collection and signature checks cost none. */
  silence: 12 * heartbeat,
  /** Milliseconds between asking the engine to cancel and ending it: all of Ctrl-C has to fit into a second. */
  cancel: 600,
};
