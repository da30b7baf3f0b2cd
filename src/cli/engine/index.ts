export { type Engine, startEngine } from './engine.ts';
export { engineLimits } from './limits.ts';
