import { Worker } from 'node:worker_threads';
import { engineLimits } from './limits.ts';

/**
 * Starts the thread that the engine runs in. It takes a while to load: start it before anything else is done.
 *
 * @param script the engine's bundle
 */
export function startThread(script: URL, { heap } = engineLimits): Worker {
  // Nothing that a library prints may get among our own output, hence the captured streams.
  return new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: heap }, stdout: true, stderr: true });
}
