import { type EngineProcess, engineLimits } from '../../src/engine-host/index.ts';
import type { EngineCommand } from '../../src/engine-protocol.ts';
import { startUtility } from './utility.ts';

/** Starts the engine in a process of its own. Electron has to be ready. */
export function startEngineProcess(script: string): EngineProcess {
  return startUtility<EngineCommand>(script, { name: 'Waypost engine', memory: engineLimits.heap });
}
