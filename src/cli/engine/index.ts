export { type Engine, engineIn } from './engine.ts';
export { engineLimits } from './limits.ts';
