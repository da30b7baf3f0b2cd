export { type EngineHost, hostEngine } from './engine-host.ts';
export type { EngineProcess, EngineStop } from './engine-process.ts';
export { engineLimits } from './limits.ts';
