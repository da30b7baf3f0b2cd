import { Worker } from 'node:worker_threads';
import type { EngineProcess } from '../engine-host/index.ts';
// Past the door on purpose: the command line starts this thread before it loads anything else.
import { engineLimits } from '../engine-host/limits.ts';

/**
 * Starts the thread that the engine runs in. It takes a while to load: start it before anything else is done.
 *
 * @param script the engine's bundle
 */
export function startThread(script: URL, { heap } = engineLimits): EngineProcess {
  // Nothing that a library prints may get among our own output, hence the captured streams.
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: heap }, stdout: true, stderr: true });
  return {
    post: (command) => worker.postMessage(command),
    onMessage: (take) => void worker.on('message', take),
    onEnd(take) {
      worker.once('error', (error: NodeJS.ErrnoException) => {
        const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        const reason = outOfMemory ? `it needed more than ${heap} MB of memory` : 'it crashed';
        take({ reason, evidence: [`${error.name}: ${error.message}`] });
      });
      worker.once('exit', (code) => take({ reason: `it ended by itself (exit code ${code})`, evidence: [] }));
    },
    kill: () => void worker.terminate(),
  };
}
