import type { EngineCommand } from '../engine-protocol.ts';

/** Why an engine is no longer there, in words, with what the system said. */
export interface EngineStop {
  readonly reason: string;
  readonly evidence: readonly string[];
}

/** What the host needs of the thread or process that the engine runs in. */
export interface EngineProcess {
  post(command: EngineCommand): void;
  /** What comes out has had a server's bytes beside it: nobody believes it before looking. */
  onMessage(take: (message: unknown) => void): void;
  /** The engine has ended and nobody asked it to. */
  onEnd(take: (stop: EngineStop) => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}
