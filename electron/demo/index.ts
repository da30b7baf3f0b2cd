import { startUtility } from '../engine/index.ts';
import type { LabProcess } from './demo.ts';

/** The embedded world, for trying the program without a network. */
export { type LabProcess, startDemo } from './demo.ts';

/** Starts the process that the world lives in; its memory is bounded as the engine's is. */
export function startLabProcess(script: string): LabProcess {
  return startUtility(script, { name: 'Waypost demo', memory: 512 });
}
