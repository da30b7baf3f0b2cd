import type { EngineProcess } from '../../src/engine-host/index.ts';

export interface SpareEngine {
  /** The engine that was started ahead, or else a new one. It belongs to the caller now. */
  take(): EngineProcess;
  /** Starts one ahead, if none waits: the next run then need not wait until it has loaded. */
  warm(): void;
  /** Ends the one that waits. */
  stop(): void;
}

/** Keeps at most one engine ready. One that has died while it waited is forgotten. */
export function keepSpare(start: () => EngineProcess): SpareEngine {
  let spare: EngineProcess | null = null;
  return {
    take() {
      const engine = spare ?? start();
      spare = null;
      return engine;
    },
    warm() {
      if (spare !== null) return;
      const engine = start();
      spare = engine;
      engine.onEnd(() => {
        if (spare === engine) spare = null;
      });
    },
    stop() {
      spare?.kill();
      spare = null;
    },
  };
}
