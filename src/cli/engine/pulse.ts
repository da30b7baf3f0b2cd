import type { Worker } from 'node:worker_threads';
import { heartbeat } from '../../engine-protocol.ts';
import type { EngineLimits } from './limits.ts';

/** Why an engine is no longer there, in words, with what the system said. */
export interface EngineStop {
  readonly reason: string;
  readonly evidence: readonly string[];
}

/** Tells once when the engine has crashed, has gone, or gives no sign of life. */
export function watchPulse(worker: Worker, limits: EngineLimits, tell: (stop: EngineStop) => void): { end(): void } {
  // Silence is counted in ticks of our own: a machine that slept has missed ours as well as the engine's.
  let silent = 0;
  let allowed = limits.start / heartbeat;
  const end = () => clearInterval(timer);
  const report = (reason: string, evidence: readonly string[] = []) => {
    end();
    tell({ reason, evidence });
  };
  const timer = setInterval(() => {
    if (++silent > allowed) report(`it gave no sign of life for ${Math.round((allowed * heartbeat) / 1_000)} s`);
  }, heartbeat);
  worker.on('message', () => {
    silent = 0;
    allowed = limits.silence / heartbeat;
  });
  worker.once('error', (error: NodeJS.ErrnoException) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const reason = outOfMemory ? `it needed more than ${limits.heap} MB of memory` : 'it crashed';
    report(reason, [`${error.name}: ${error.message}`]);
  });
  worker.once('exit', (code) => report(`it ended by itself (exit code ${code})`));
  return { end };
}
